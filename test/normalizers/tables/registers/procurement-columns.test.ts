import { describe, expect, test } from "vitest";
import { headerText } from "../../../../normalizers/tables/columns.js";
import {
  AMOUNTS,
  ELSEWHERE,
  isAmount,
  procurementColumns,
} from "../../../../normalizers/tables/registers/procurement-columns.js";

/** The columns of each field, by headers whose levels a slash parts. */
function bound(...headers: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const columns = headers.map((header, index) => ({ index, path: header.split("/") }));
  const fields = [...procurementColumns(columns)];
  return Object.fromEntries(
    fields.map(([field, found]) => [field, found.map(({ index }) => headers[index] ?? "")]),
  );
}

describe("a column of a procurement form", () => {
  test.each<[string, readonly string[]]>([
    ["project_budget", ["预算资金", "项目预算资金", "项目预算", "项目金额", "项目总额（万元）"]],
    ["catalogue_code", ["政府采购目录序号", "采购目录编码", "品目编码", "品目编号"]],
    ["organization_form", ["采购形式", "采购组织形式", "组织形式"]],
    ["method", ["采购方式"]],
    [
      "economic_classification",
      ["经济科目", "经济分类", "部门经济分类", "政府支出经济分类科目名称", "经济", "支出经济分类"],
    ],
    ["category", ["采购品目大类", "采购类别", "采购大类", "品目类别", "类别"]],
    [
      "project_name",
      ["项目", "项目名称", "预算项目名称", "项目支出名称", "专项名称", "专项资金名称"],
    ],
    [
      "item_name",
      ["采购物品名称", "货物名称", "采购内容", "标的名称", "品名", "服务内容（全称）", "采购目录"],
    ],
    ["unit", ["单位", "计量单位", "数量  单位", "采购单位"]],
    ["quantity", ["数量", "采购数量", "预算数量（台）"]],
    ["unit_price", ["单价", "预算单价（元）"]],
    ["sme_reserved", ["预留中小微企业份额", "预留中小企业份额"]],
    ["amount_non_fiscal_carryover", ["非财政拨款结转结余"]],
    ["amount_carryover", ["财政拨款结转", "上年结转"]],
    ["amount_general_public", ["一般公共预算拨款", "公共财政预算", "公共预算"]],
    ["amount_government_fund", ["政府性基金预算拨款", "基金预算"]],
    ["amount_state_capital", ["国有资本经营预算"]],
    ["amount_special_account", ["财政专户核拨"]],
    ["amount_unit_funds", ["单位资金", "单位自筹资金", "单位自有资金"]],
    ["amount_other_income", ["其他收入", "其它资金", "其他来源收入", "其他来源"]],
    ["amount_other_channels", ["其他渠道资金", "其它渠道"]],
    [
      "amount_total",
      ["总计", "合计", "金额", "采购金额", "采购预算总额", "预算金额（万元）", "采购预算"],
    ],
  ])("is that of %s: %j", (field, headers) => {
    for (const header of headers) expect(bound(header)).toEqual({ [field]: [header] });
  });

  test.each([
    "项目预算资金来源",
    "非采购形式",
    "采购组织形式说明",
    "组织形式说明",
    "其中经济科目",
    "经济科目代码",
    "非采购类别",
    "采购类别代码",
    "专项名称代码",
    "本专项名称",
    "采购单位地址",
    "本单位",
    "总数量",
    "本年单位资金",
    "合计数",
    "本年合计",
  ])("is none that is asked for: %s", (header) => {
    expect(Object.keys(bound(header))).toEqual(
      header === "项目预算资金来源" ? ["project_budget"] : [],
    );
  });

  test("binds the first of two columns of one source", () => {
    expect(bound("一般公共预算", "一般公共预算拨款")).toEqual({
      amount_general_public: ["一般公共预算"],
    });
  });

  test.each([
    [["物品名称", "采购项目"], { item_name: ["物品名称"], project_name: ["采购项目"] }],
    [["采购项目名称"], { item_name: ["采购项目名称"] }],
    [["预算项目名称"], { project_name: ["预算项目名称"] }],
    [["政府采购项目/项目名称"], { project_name: ["政府采购项目/项目名称"] }],
  ])("names what is bought by the 采购项目 where nothing else does: %j", (headers, fields) => {
    expect(bound(...headers)).toEqual(fields);
  });

  test.each([
    ["总计 before any other", ["合计", "总计"], { amount_total: ["总计"] }],
    [
      "the 合计 under 政府采购金额",
      ["资金来源/合计", "政府采购金额/合计"],
      { amount_total: ["政府采购金额/合计"] },
    ],
    ["the 采购金额 by its own header", ["合计", "采购金额"], { amount_total: ["采购金额"] }],
    [
      "the sum that is not of the year",
      ["当年部门预算安排资金/合计", "资金/合计"],
      {
        amount_total: ["资金/合计"],
        amount_current_year: ["当年部门预算安排资金/合计"],
      },
    ],
    [
      "one sum for total and year",
      ["政府采购金额（本年度部门预算）/合计"],
      {
        amount_total: ["政府采购金额（本年度部门预算）/合计"],
        amount_current_year: ["政府采购金额（本年度部门预算）/合计"],
      },
    ],
    [
      "none where the only sum is that of the year",
      ["本年部门预算/小计"],
      { amount_current_year: ["本年部门预算/小计"] },
    ],
    [
      "the sum of the year by another header",
      ["总计", "当年预算安排/合计"],
      { amount_total: ["总计"], amount_current_year: ["当年预算安排/合计"] },
    ],
  ])("of sums takes %s", (_, headers, fields) => {
    expect(bound(...headers)).toEqual(fields);
  });

  test.each([
    "采购时间",
    "采购日期",
    "计划采购月份",
    "支付方式",
    "单位名称",
    "单位编码",
    "预算单位",
    "部门名称",
    "科目编码",
    "功能科目名称",
    "功能科目",
    "功能分类科目",
    "是否进口",
    "是否",
    "规格型号",
    "技术参数",
    "联系人",
    "资金性质",
    "类",
  ])("has no place in the dataset: %s", (header) => {
    expect(ELSEWHERE.test(headerText(header))).toBe(true);
  });

  test.each(["非采购方式", "采购方式说明", "项目类", "类别"])(
    "has a place, or is reported: %s",
    (header) => {
      expect(ELSEWHERE.test(header)).toBe(false);
    },
  );

  test("holds money of the purchase where it is a sum or a source", () => {
    expect(AMOUNTS).toHaveLength(12);
    expect(["amount_total", "sme_reserved", "unit_price", "project_budget"].map(isAmount)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
