import type { SectionKind } from "../../pipeline/model/records/vocabulary.js";

/** A rule of naming: what a title says, and under which title where that matters. */
interface Naming {
  readonly kind: SectionKind;
  readonly title: RegExp;
  readonly under?: RegExp;
}

const GLOSSARY = /(?:名词|名称|术语|专业词汇?)(?:的)?解释|名词说明/u;

/** A chapter on the whole budget that names the three public expenses beside it. */
const ALL_AND_THREE = "(?:部门|单位|收支)(?:预算|决算)[及和与、][“”]?三公";

/** The chapters of a disclosure by their titles; the first that fits names the kind. */
const NAMINGS: readonly Naming[] = [
  { kind: "approval", title: /批复|批准日|预算批准/u },
  { kind: "glossary", title: GLOSSARY },
  { kind: "budget_tables", title: new RegExp(String.raw`${ALL_AND_THREE}.*表$`, "u") },
  { kind: "other", title: new RegExp(String.raw`${ALL_AND_THREE}.*说明$`, "u") },
  { kind: "three_public", title: /三公|^因公出国|^公务(?:接待|用车)/u },
  { kind: "performance_special_funds", title: /专项资金.*绩效/u },
  { kind: "performance_activities", title: /分项(?:绩效)?目标|分项绩效|职责.?活动/u },
  {
    kind: "performance_department",
    title: /(?:总体|整体)(?:支出)?绩效|(?:绩效|目标|工作).*保障措施|^保障措施/u,
  },
  { kind: "performance_projects", title: /项目(?:支出)?(?:预算)?绩效(?:目标|指标)/u },
  { kind: "performance_projects", title: /^绩效目标$/u, under: /项目(?:经费|支出)?情况说明/u },
  { kind: "performance", title: /绩效(?!工资|奖)/u },
  { kind: "procurement", title: /政府采购/u },
  { kind: "operating_costs", title: /机关运行(?:经)?费|运行经费/u },
  { kind: "assets", title: /国有资产|固定资产|资产(?:占有|占用|使用|配置|信息|情况)/u },
  {
    kind: "budget_tables",
    title: /(?:预算|决算)(?:公开|信息)?(?:报表|表格?)$|^(?:公开)?(?:报表|附表)$/u,
  },
  { kind: "other_matters", title: /其[他它].*(?:情况|事项|问题).*说明|其[他它].*(?:事项|情况)$/u },
  {
    kind: "duties",
    title:
      /(?:^|主要|部门|单位|基本|工作|机构|内设|承担|[局院委办厅部会室处所心])[）)]?的?(?:职责|职能)/u,
  },
  {
    kind: "organization",
    title: /机构|单位(?:的)?构成|所属(?:预算|决算)?单位|事业单位|(?:预算|决算)单位/u,
  },
  { kind: "other", title: /(?:基金|国有资本).*(?:收支|收入.?支出)/u },
  { kind: "year_on_year", title: /[比与较]上年|增减(?:变化|变动)?(?:情况|原因|说明)|变动情况/u },
  { kind: "budget_overview", title: /收支|收入.?支出.*总体|编制说明|安排的?总体情况/u },
  { kind: "expenditure", title: /支出|一般公共预算(?:当年)?(?:财政)?拨款(?!.*收入)/u },
  { kind: "income", title: /收入/u },
];

/** Kinds that pass to the headings under them where these name none. */
const INHERITED: ReadonlySet<SectionKind> = new Set([
  "duties",
  "organization",
  "income",
  "expenditure",
  "three_public",
  "performance_department",
  "performance_activities",
  "performance_projects",
  "performance_special_funds",
  "glossary",
]);

/** The kind of a section by its title, else by what it stands under. Canonical titles, outermost parent first. */
export function sectionKind(heading: {
  readonly ordinal: string | null;
  readonly title: string;
  readonly parents: readonly string[];
}): SectionKind {
  const { title, parents } = heading;
  if (parents.some((parent) => GLOSSARY.test(parent))) return "glossary";
  const above = parents.at(-1);
  const named = NAMINGS.find(
    (naming) =>
      naming.title.test(title) && (naming.under === undefined || naming.under.test(above ?? "")),
  );
  if (named !== undefined || above === undefined) return named?.kind ?? "other";
  const inherited = sectionKind({ ordinal: null, title: above, parents: parents.slice(0, -1) });
  return INHERITED.has(inherited) ? inherited : "other";
}
