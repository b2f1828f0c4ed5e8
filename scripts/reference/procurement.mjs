// Makes normalizers/reference/procurement.tsv, the 政府采购品目分类目录 by edition, from the 2022 catalogue as read out of
// its PDF (JSON with `entries`) and a list of code and name of the 2013 edition:
// node scripts/reference/procurement.mjs catalogs-full.json procurement-2013-partial.tsv procurement.tsv
import { readFileSync, writeFileSync } from "node:fs";

const [full, partial, target] = process.argv.slice(2);

/** A name is no name where the PDF reader put the explanation in its place; these codes are left out. */
const EXPLANATION = /^(?:包括|指室|——|以及|制品、|电、|易爆、|星总装)/u;
/** Words that the reader took for the start of the explanation although they go on with the name. */
const CONTINUES = /^(?:指挥|指示|指针|指导服务|用于人或兽药)\S*/u;
/** Names that the PDF breaks over two lines in the middle of a word. */
const BROKEN = new Map([["合成纤维及合纤聚合物生产装", "合成纤维及合纤聚合物生产装置"]]);

function nameOf({ catalog_name: printed, description }) {
  const [first, ...rest] = printed
    .trim()
    .replace(/\s+(?=[A-Za-z])|(?<=[A-Za-z])\s+/gu, "")
    .split(" ");
  const more = rest.length === 0 ? (CONTINUES.exec(description)?.[0] ?? "") : "";
  return (BROKEN.get(first) ?? first + more).replace(/入此。$/u, "");
}

const entries = JSON.parse(readFileSync(full, "utf8")).entries.map((entry) => ({
  edition: "2022",
  code: entry.catalog_code,
  name: nameOf(entry),
}));
const older = readFileSync(partial, "utf8")
  .trim()
  .split(/\r?\n/u)
  .slice(1)
  .map((line) => line.split("\t"))
  .map(([code, name]) => ({ edition: "2013", code, name }));

const rows = [...older, ...entries]
  .filter(({ name }) => !EXPLANATION.test(name))
  .map(({ edition, code, name }) => [edition, code, name].join("\t"));
writeFileSync(target, `${["edition\tcode\tname", ...rows].join("\n")}\n`);
