import type { FigureMeasure } from "../../pipeline/model/records/figure-vocabulary.js";

/** A measure by the words for it: `noun` and what may stand between it and the amount. */
interface Wording {
  readonly measure: FigureMeasure;
  readonly noun: string;
  readonly filler: string;
  /** What must stand before the noun; its own qualifiers (财政拨款支出) make it something else. */
  readonly before?: RegExp;
}

/** What a text says right before an amount. */
export interface Named {
  readonly measure: FigureMeasure;
  /** The matched words, from the noun to the amount. */
  readonly words: string;
  /** What stands before the noun. */
  readonly before: string;
}

/** No word is made of others here, so that a text reads in one way only and no match explodes. */
const LINK = String.raw`年初|全年|本年|当年|预算|决算|预安排|安排|执行|金额|合计|共计|总计|总|共|数|额|为|是|达到?|约|均|各|分别|：|:|的|了|20\d\d年度?|[（(][^（()）]*[）)]`;
/** For measures that no source of money changes. */
const WIDE = `(?:${LINK}|财政拨款|一般公共|公共|拨款|资金|经费|费用?|支出)*`;
const TOTAL = `(?:${LINK}|支出|收入)*`;
const FUND = `(?:${LINK}|财政|拨款|收入|资金)*`;

/** A total is said of the department or the year, not of a class or a source of money. */
const OF_WHOLE =
  /(?:^|[，,；;：:、“”（(]|其中|20\d\d|[年度门市区县省州盟旗镇乡道局院委会厅办室处所站队心校府社联团馆园部总我]|财务|(?<!附属|下属|所属)单位)$/u;
const NOT_OF_WHOLE =
  /(?:社区|地区|其他部门|[（(][类款项][）)].*|(?<![及和与、含括])(?:下属|所属|附属)的?(?!各?单位)\p{sc=Han}{2,15})$/u;
/** `减少部门支出100万元` is no statement of the spending. */
const CAUSE =
  /(?:增加|减少|增长|压减|核减|追加|调增|调减|用于|提高|降低|降|增)了?(?:本?(?:部门|单位))?$/u;
/** A part of the reception, not all of it. */
const NOT_A_GUEST = /(?<!国内|国外|外事|外宾|涉外)$/u;
/** A part of the purchases by what is bought or how. */
const NOT_A_CLASS = /(?<!货物|工程|服务|类|集中|分散|企业)$/u;
/** A part of the assets, or what became of them. */
const NOT_OTHER_ASSETS = /(?<!其[他它]|类|部分|处置|报废|核销|划转|新增|减少|下属单位)的?$/u;
/** Items of personnel and running costs, not their totals. */
const NOT_A_PART = /(?<!在职|退休|编外|聘用|临时|专项|其他|部分|类)$/u;
const CAR = "公(?:务用?)?车(?:辆|用车)?";
const RUNNING = "(?:运[行转](?:及|和|与)?维[护修]|运行|运转|运维|维护)";

/** The measures of the prose, the more special before the more general. */
const WORDINGS: readonly Wording[] = [
  // An aside after the items that names them all.
  { measure: "three_public_total", noun: "[（(][“”]?三公[“”]?经费[）)]", filler: WIDE },
  {
    measure: "three_public_abroad",
    noun: "因公出国(?:[（(]境[）)]|出?境)?(?:费用?|经费)?",
    filler: WIDE,
  },
  {
    measure: "three_public_vehicles",
    noun: `${CAR}购置(?:费用?)?(?:及|和|与|、)(?:${CAR})?${RUNNING}(?:费用?|经费)?`,
    filler: WIDE,
  },
  {
    measure: "three_public_vehicle_purchase",
    noun: `${CAR}(?:购置|购买)(?:费用?|经费)?`,
    filler: WIDE,
  },
  {
    measure: "three_public_vehicle_running",
    noun: `${CAR}${RUNNING}(?:费用?|经费)?`,
    filler: WIDE,
  },
  { measure: "three_public_vehicles", noun: "公务用车(?:费用?|经费)", filler: WIDE },
  {
    measure: "three_public_reception",
    noun: "公务接待(?:费用?|经费)?",
    filler: WIDE,
    before: NOT_A_GUEST,
  },
  {
    measure: "three_public_total",
    noun: "[“”\"'‘’]?三公[“”\"'‘’]?(?:经?费[“”\"'‘’]?)?",
    filler: WIDE,
  },
  { measure: "operating_costs", noun: "机关运行(?:经费|费用?)", filler: WIDE },
  { measure: "operating_costs", noun: "运行经费", filler: WIDE, before: /拨款(?:安排)?的?$/u },
  {
    measure: "procurement_total",
    noun: "政府采购(?:支出)?(?:预算|决算|金额|总额|总金额)?",
    filler: WIDE,
    before: NOT_A_CLASS,
  },
  {
    measure: "procurement_total",
    noun: "采购(?:预算)?总(?:金)?额",
    filler: WIDE,
    before: NOT_A_CLASS,
  },
  {
    measure: "planned_asset_purchases",
    noun: "拟?(?:新增|购置|采购)(?:的)?固定资产",
    filler: `(?:${LINK}|价值|支出|资金)*`,
  },
  {
    measure: "fixed_assets",
    noun: "固定资产",
    filler: `(?:${LINK}|价值|总值|原值|账面|占用|期末)*`,
    before: NOT_OTHER_ASSETS,
  },
  { measure: "expenditure_basic", noun: "基本支出", filler: TOTAL },
  {
    measure: "expenditure_personnel",
    noun: "人员(?:经费|支出)",
    filler: TOTAL,
    before: NOT_A_PART,
  },
  {
    measure: "expenditure_public_use",
    noun: "(?:日常)?公用(?:经费|支出)",
    filler: TOTAL,
    before: NOT_A_PART,
  },
  { measure: "expenditure_project", noun: "项目支出", filler: TOTAL, before: NOT_A_PART },
  {
    measure: "income_general_public",
    noun: "(?:一般公共预算(?:财政)?(?:拨款)?|(?:一般)?公共财政(?:预算)?(?:拨款)?)",
    filler: FUND,
    before: OF_WHOLE,
  },
  {
    measure: "income_government_fund",
    noun: "(?:政府性)?基金(?:预算)?",
    filler: FUND,
    before: OF_WHOLE,
  },
  {
    measure: "income_special_account",
    noun: "财政专户(?:核拨|管理|返还|拨款)?(?:的)?",
    filler: FUND,
    before: OF_WHOLE,
  },
  {
    measure: "income_other",
    noun: "其[他它](?:来源)?(?:收入|资金)",
    filler: FUND,
    before: OF_WHOLE,
  },
  {
    measure: "expenditure_total",
    noun: "(?:(?:部门|单位)?(?:预算|决算))?(?:收入?(?:预算|决算)?(?:总计|合计)?[、及和与]?支出?)",
    filler: TOTAL,
    before: OF_WHOLE,
  },
  { measure: "expenditure_total", noun: "(?:预算|决算)?总?支出", filler: TOTAL, before: OF_WHOLE },
  { measure: "expenditure_total", noun: "(?:部门|单位)(?:预算|决算)", filler: `(?:${LINK})*` },
  { measure: "income_total", noun: "(?:预算|决算)?总?收入", filler: TOTAL, before: OF_WHOLE },
];

const PATTERNS = WORDINGS.map((wording) => ({
  ...wording,
  pattern: new RegExp(`(?:${wording.noun})${wording.filler}$`, "u"),
}));

/** The measure whose words end a text, with no other word between them and the amount; undefined where none. */
export function measureNamed(text: string): Named | undefined {
  for (const { measure, pattern, before } of PATTERNS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const ahead = text.slice(0, match.index);
    if (CAUSE.test(ahead) || (before === OF_WHOLE && NOT_OF_WHOLE.test(ahead))) continue;
    if (before === undefined || before.test(ahead))
      return { measure, words: match[0], before: ahead };
  }
  return undefined;
}

/** What a heading adds to the name of its measure. */
const HEADING_END = /(?:(?:安排|执行|使用|增减|变化)*(?:情况|说明|的))+$/u;

/** The measure that a heading or the label of an item names and nothing else (`2.公务接待费。`), or null. */
export function labelled(label: string): FigureMeasure | null {
  const found = measureNamed(label.replace(/(?<![。：:])[。：:]+$/u, "").replace(HEADING_END, ""));
  return found?.before === "" ? found.measure : null;
}

const BARE = new RegExp(`^(?:${LINK}|支出|经费|[，,])+$`, "u");

/** Whether words name nothing (`2023年预算安排`): the amount is of what the label before it names. */
export function isBare(words: string): boolean {
  return BARE.test(words);
}

/** What a change of a measure is called; changes of the others have no measure of their own. */
export const CHANGE_OF: ReadonlyMap<FigureMeasure, FigureMeasure> = new Map([
  ["expenditure_total", "change_total"],
  ["income_total", "change_total"],
  ["expenditure_basic", "change_basic"],
  ["expenditure_project", "change_project"],
]);

/** The parts of income by where the money comes from. */
export const INCOME_PARTS: ReadonlySet<FigureMeasure> = new Set([
  "income_general_public",
  "income_government_fund",
  "income_special_account",
  "income_other",
]);

/** Measures that are said in passing of anything: outside the chapters on income and spending they mean parts. */
export const GENERAL: ReadonlySet<FigureMeasure> = new Set([
  ...INCOME_PARTS,
  "income_total",
  "expenditure_total",
  "expenditure_basic",
  "expenditure_personnel",
  "expenditure_public_use",
  "expenditure_project",
  "change_total",
  "change_basic",
  "change_project",
]);

/** Totals of the department: a chapter on one source of money does not state them. */
export const TOTALS: ReadonlySet<FigureMeasure> = new Set([
  "income_total",
  "expenditure_total",
  "change_total",
]);

/** Items named by half their name under 公务用车购置及运行费. */
export const VEHICLE_ITEMS: readonly { readonly measure: FigureMeasure; readonly words: RegExp }[] =
  [
    {
      measure: "three_public_vehicle_purchase",
      words: /(?:^|[，,；;：:、（(])(?:其中[：:，,]?)?购置费用?(?:支出|预算|决算|安排|为)*$/u,
    },
    {
      measure: "three_public_vehicle_running",
      words:
        /(?:^|[，,；;：:、（(])(?:其中[：:，,]?)?运行(?:维护)?费用?(?:支出|预算|决算|安排|为)*$/u,
    },
  ];
