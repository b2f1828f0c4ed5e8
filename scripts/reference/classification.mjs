// Makes normalizers/reference/classification.tsv, the names of 收支分类 codes, from codes harvested out of published
// documents, a complete official list of one year, and the economic classes of the ministry's reform:
// node scripts/reference/classification.mjs harvested.tsv official-2026.tsv economic-2018.tsv classification.tsv
import { readFileSync, writeFileSync } from "node:fs";

const [harvested, official, economic, target] = process.argv.slice(2);

/** The year of the complete official list. */
const OFFICIAL_YEAR = 2026;
/** The classes that it lists in full: not those of state capital, transfers and debt. */
const LISTED = /^2(?:[01]\d|2[0124])/u;

/** Names of the classes (类), which stand in prose so often that what was harvested for them is not to be trusted. */
const CLASSES = `101 税收收入|102 社会保险基金收入|103 非税收入|105 债务收入|110 转移性收入|201 一般公共服务支出|202 外交支出|203 国防支出
|204 公共安全支出|205 教育支出|206 科学技术支出|207 文化旅游体育与传媒支出,文化体育与传媒支出|208 社会保障和就业支出|209 社会保险基金支出
|210 卫生健康支出,医疗卫生与计划生育支出,医疗卫生支出|211 节能环保支出|212 城乡社区支出,城乡社区事务支出|213 农林水支出,农林水事务支出
|214 交通运输支出|215 资源勘探工业信息等支出,资源勘探信息等支出|216 商业服务业等支出|217 金融支出|219 援助其他地区支出
|220 自然资源海洋气象等支出,国土海洋气象等支出,国土资源气象等支出|221 住房保障支出|222 粮油物资储备支出|223 国有资本经营预算支出
|224 灾害防治及应急管理支出|227 预备费|229 其他支出|230 转移性支出|231 债务还本支出|232 债务付息支出|233 债务发行费用支出`;

/** Former names of codes that have kept their meaning. */
const FORMER = new Map([
  ["20805", ["行政事业单位离退休"]],
  ["2080501", ["归口管理的行政单位离退休"]],
  ["20701", ["文化"]],
  ["21001", ["医疗卫生与计划生育管理事务", "医疗卫生管理事务"]],
  ["21301", ["农业"]],
  ["21302", ["林业"]],
  ["21305", ["扶贫", "巩固脱贫衔接乡村振兴"]],
  ["2130316", ["农田水利"]],
  ["20404", ["检察"]],
]);

function tsv(file) {
  const [head, ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/u);
  const keys = head.split("\t");
  return lines.map((line) =>
    Object.fromEntries(line.split("\t").map((cell, at) => [keys[at], cell])),
  );
}

/** Brackets full-width, quotes Chinese, the level mark (`（款）`) dropped. */
function tidy(name) {
  return name
    .trim()
    .replace(/^"(.*)"$/u, "$1")
    .replaceAll('""', '"')
    .replaceAll("(", "（")
    .replaceAll(")", "）")
    .replace(/"([^"]*)"/gu, "“$1”")
    .replace(/（[类款项]）$/u, "");
}

/** Harvested names are cut, or sentences: another name must look like one and share half its characters. */
function isName(other, best) {
  const shared = Array.from(best).filter((character) => other.includes(character)).length;
  return (
    /^[\p{sc=Han}（）“”、]{2,40}$/u.test(other) &&
    shared * 2 >= Math.max(best.length, other.length) &&
    !best.includes(other)
  );
}

const codes = new Map();

function add(code, { names, since = "", until = "" }) {
  const before = codes.get(code) ?? { names: [], since, until };
  codes.set(code, { ...before, names: [...new Set([...before.names, ...names])] });
}

for (const entry of CLASSES.replaceAll("\n", "").split("|")) {
  const [code, names] = entry.split(" ");
  add(code, { names: names.split(",") });
}
for (const { code, name } of tsv(official)) if (code.length > 3) add(code, { names: [tidy(name)] });

const trusted = tsv(harvested).filter(
  ({ code, confidence, kind }) =>
    confidence === "high" && /^(?:functional|revenue)$/u.test(kind) && code.length > 3,
);
const classes = new Set(codes.keys());
for (const row of trusted.filter(({ code }) => classes.has(code.slice(0, 3)))) {
  const best = tidy(row.best_name);
  const years = row.years_seen.split(",").map(Number);
  const isWithdrawn =
    LISTED.test(row.code) && !codes.has(row.code) && !years.includes(OFFICIAL_YEAR);
  const others = row.other_names
    .split("|")
    .map(tidy)
    .filter((other) => isName(other, best));
  add(row.code, { names: [best, ...others], until: isWithdrawn ? Math.max(...years) : "" });
}
for (const [code, names] of FORMER) add(code, { names });
for (const { code, names, since, until } of tsv(economic))
  add(code, { names: names.split("|"), since, until });

const rows = Array.from(codes, ([code, { names, since, until }]) =>
  [code, names.join("|"), since, until].join("\t"),
).toSorted();
writeFileSync(target, `${["code\tnames\tsince\tuntil", ...rows].join("\n")}\n`);
