import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import { decimal } from "../../values/amount.js";
import { opensWithSign, quantity } from "../../values/quantity.js";
import { canonical } from "../../values/text.js";
import { CHECKS } from "../../evidence/check-settings.js";

const rule: Rule<{
  readonly file: string;
  readonly column: string;
  readonly text: string;
  readonly count: number;
}> = {
  id: "text_unfit",
  severity: "warning",
  leavesUnread: true,
  explains: true,
  about: {
    en: "What stands in a column of names is a name: no number, no label of the form, no word that names nobody.",
    zh: "名称列中的文字是名称：不是数字，不是表格自身的标签，也不是什么都没指明的词。",
  },
  say: {
    en: ({ file, column, text, count }) =>
      `“${text}” cannot be what \`${file}.${column}\` holds${count === 1 ? "" : ` (so in ${count} records)`}: the table may be read wrongly.`,
    zh: ({ file, column, text, count }) =>
      `“${text}”不可能是 \`${file}.${column}\` 的内容${count === 1 ? "" : `（有${count}条记录如此）`}：该表可能读错。`,
  },
};

/** A text of a record, with what may stand there. */
interface Read {
  readonly table_no: number | null;
  readonly row: number | null;
  readonly page: number | null;
  readonly file: string;
  readonly column: string;
  readonly text: string | null;
  readonly isUnfit: (text: string) => boolean;
}

/** Records whose texts are not what their columns hold, a finding a table and column. */
export const textUnfit: Check = {
  rule,
  run: (reading) => {
    const read = textsIn(reading).filter(({ text }) => text !== null);
    const unfit = read.filter(({ text, isUnfit }) => isUnfit(canonical(text ?? "")));
    const groups = grouped(unfit, ({ table_no, file, column }) => [table_no, file, column].join());
    return {
      compared: read.filter(({ table_no }) => table_no !== null).length,
      findings: groups.flatMap(told),
      unable: { en: "no record has a name", zh: "没有记录带有名称" },
    };
  },
};

function told(group: readonly Read[]): readonly Finding[] {
  const [first] = group;
  if (first === undefined) return [];
  const { file, column, table_no, row, page } = first;
  const text = first.text ?? "";
  return [
    finding(
      rule,
      { file, column, text, count: group.length },
      { table_no, row, page, actual: text },
    ),
  ];
}

function textsIn(reading: Reading): readonly Read[] {
  const { about, amounts, indicators, organizations, projects, procurement_items: items } = reading;
  const of = (file: string, column: string, isUnfit: Read["isUnfit"]) => {
    return (
      text: string | null,
      record: Partial<Pick<Read, "table_no" | "row" | "page">>,
    ): Read => {
      const { table_no = null, row = null, page = null } = record;
      return { table_no, row, page, file, column, text, isUnfit };
    };
  };
  return [
    of("documents", "issuer_name", namesNobody)(about.issuer_name, {}),
    ...reading.tables.map(({ record }) =>
      of("tables", "issuer_name", namesNobody)(record.issuer_name, record),
    ),
    ...amounts.map((one) => of("amounts", "label", isNumber)(one.label, one)),
    ...projects.map((one) => of("projects", "project_name", isNoName)(one.project_name, one)),
    ...indicators.flatMap((one) => [
      of("indicators", "level1", isNoLevel)(one.level1, one),
      of("indicators", "level3", isNumber)(one.level3, one),
      of("indicators", "project_name", isNoName)(one.project_name, one),
    ]),
    ...items.map((one) => of("procurement_items", "item_name", isNoName)(one.item_name, one)),
    ...organizations.map((one) => of("organizations", "name", isNoName)(one.name, one)),
  ];
}

/** Words that end names of issuers and name none by themselves. */
const GENERIC =
  /^(?:(?:本|各|该|我)?(?:部门|单位|机关|政府|机构|地区)|人民政府|本级|院|人|局|部|委|厅|处|办公室|委员会|预算单位|部门本级)$/u;

const namesNobody = (text: string): boolean =>
  Array.from(text).length < CHECKS.unread.shortestIssuer || GENERIC.test(text);

/** Labels of the forms themselves. */
const LABEL =
  /^(?:[一二三]级(?:绩效)?指标|指标(?:名称|值|内容)|项目(?:名称|编码|代码|资金.*|单位|负责人|总?(?:体?)目标|类[别型]|属性|概况)|(?:主管|预算|实施|执行|责任)(?:部门|单位)|单位(?:名称|编码)?|合计|总计|小计|序号|备注|数量|单价|(?:预算|决算|年初)(?:数|金额|总额)|金额|计量单位|(?:年度|总体|绩效)(?:总体)?目标|绩效指标|采购(?:品目|项目|目录)(?:名称|编码)?|其中[：:].*|财政(?:资金|拨款)|其他资金)$/u;

const isNumber = (text: string): boolean =>
  decimal(text) !== null || /^[\d.,\s]*\d[%％]?$/u.test(text);

const isNoName = (text: string): boolean =>
  isNumber(text) || LABEL.test(text) || Array.from(text.replace(/[\p{P}\s]/gu, "")).length < 2;

/** How the forms call first-level indicators, beside the usual 产出, 效益, 满意度 and 成本. */
const LEVEL1 = /指标$|产出|效益|效果|成效|影响|满意|成本|投入|过程|决策|管理|履职|效能|预算|执行/u;

/** A first-level indicator is one of the forms' own words. */
const isNoLevel = (text: string): boolean =>
  isNumber(text) ||
  LABEL.test(text) ||
  opensWithSign(text) ||
  quantity(text) !== null ||
  !LEVEL1.test(text);
