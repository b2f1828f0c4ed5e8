import { describe, expect, test } from "vitest";
import { procurement } from "../../../../normalizers/tables/registers/procurement.js";
import { printTable, unread, withoutSpans } from "../print-table.js";

const itemized = [
  ["105001清河县水务局", "单位：万元", "<", "<", "<", "<", "<", "<", "<", "<", "<"],
  [
    "政府采购项目来源",
    "<",
    "采购物品名称",
    "政府采购目录序号",
    "数量  单位",
    "数量",
    "单价",
    "政府采购金额",
    "<",
    "<",
    "<",
  ],
  [
    "项目名称",
    "预算资金",
    "^",
    "^",
    "^",
    "^",
    "^",
    "总计",
    "当年部门预算安排资金",
    "<",
    "其他渠道资金",
  ],
  ["^", "^", "^", "^", "^", "^", "^", "^", "合计", "一般公共预算拨款", "^"],
  ["合　计", "", "", "", "", "", "", "5", "4", "4", "1"],
  ["县水务局本级小计", "6.5", "", "", "", "", "", "5", "4", "4", "1"],
  ["（1）办公费", "6.5", "台式 计算机", "A02010104", "台", "8", "0.50", "4", "4", "4", ""],
  ["^", "^", "打印机", "A02010601", "台", "2", "0.50", "1", "", "", "1"],
];

const oneSum = [
  ["单位：万元", "<", "<", "<", "<"],
  [
    "采购物品名称",
    "政府采购目录序号",
    "政府采购金额（当年部门预算安排资金）",
    "<",
    "2023年预留中小微企业份额",
  ],
  ["^", "^", "合计", "财政拨款结转", "^"],
  ["复印机", "A02020100", "1.00", "0.40", "0.50"],
];

const outline = [
  ["单位：万元", "<", "<", "<", "<", "<"],
  ["采购品目大类", "专项名称", "经济科目", "采购物品名称", "采购组织形式", "总计"],
  ["合计", "", "", "", "", "300.00"],
  ["一、货物A", "", "", "", "", "300.00"],
  ["", "网络运行费", "信息网络购建", "", "", "100.00"],
  ["", "", "", "服务器", "部门集中采购", "60.00"],
  ["", "", "", "^", "分散自行组织", "40.00"],
  ["", "", "维修费", "", "", "200.00"],
  ["", "", "", "运行维护服务", "分散自行组织", "200.00"],
];

describe("procurement by items", () => {
  test.each([
    ["with its merged cells", itemized],
    ["as plain text without them", withoutSpans(itemized)],
  ])("gives totals, subtotals and items %s", (_name, rows) => {
    const table = printTable(rows, { above: ["部门政府采购预算"] });
    const reading = procurement.read(table);
    expect(procurement.fits(table) && procurement.shows(table)).toBe(true);
    expect(reading.procurement_items).toMatchObject([
      {
        row_kind: "total",
        label: "合计",
        project_name: null,
        amount_total: "50000",
        amount_current_year: "40000",
        amount_other_channels: "10000",
      },
      {
        row_kind: "subtotal",
        label: "县水务局本级小计",
        project_name: null,
        project_budget: "65000",
      },
      {
        row_kind: "item",
        label: null,
        project_name: "（1）办公费",
        project_budget: "65000",
        item_name: "台式计算机",
        catalogue_code: "A02010104",
        unit: "台",
        quantity: "8",
        unit_price: "5000",
        amount_general_public: "40000",
        amount_other_channels: null,
      },
      {
        row_kind: "item",
        project_name: "（1）办公费",
        project_budget: "65000",
        item_name: "打印机",
        amount_total: "10000",
        amount_current_year: null,
      },
    ]);
    expect(unread(reading)).toEqual([]);
    expect(reading.findings).toEqual([]);
  });

  test("takes one sum for total and current year where one header says both", () => {
    const reading = procurement.read(printTable(oneSum));
    expect(reading.procurement_items).toMatchObject([
      {
        amount_total: "10000",
        amount_current_year: "10000",
        amount_carryover: "4000",
        sme_reserved: "5000",
      },
    ]);
  });
});

describe("procurement as an outline", () => {
  const reading = procurement.read(printTable(outline, { above: ["政府采购支出预算表"] }));

  test("gives each level its own row", () => {
    expect(
      reading.procurement_items?.map(
        ({ row_kind, label, project_name, item_name, amount_total }) => [
          row_kind,
          label,
          project_name,
          item_name,
          amount_total,
        ],
      ),
    ).toEqual([
      ["total", "合计", null, null, "3000000"],
      ["subtotal", "一、货物A", null, null, "3000000"],
      ["subtotal", "信息网络购建", "网络运行费", null, "1000000"],
      ["item", null, "网络运行费", "服务器", "600000"],
      ["item", null, "网络运行费", "服务器", "400000"],
      ["subtotal", "维修费", "网络运行费", null, "2000000"],
      ["item", null, "网络运行费", "运行维护服务", "2000000"],
    ]);
  });

  test("accounts for every cell", () => {
    expect(unread(reading)).toEqual([]);
  });
});

test("the 采购项目 is the item where nothing else names it, else the project", () => {
  const above = ["政府采购预算表", "单位：万元"];
  const named = [
    ["预算单位", "采购项目名称", "采购品目", "采购数量", "采购方式", "合计", "一般公共预算资金"],
    ["县水务局", "机房改造", "服务器", "2", "公开招标", "30", "30"],
  ];
  const alone = [
    ["采购项目名称", "品目编码", "计量单位", "数量", "采购金额"],
    ["服务器", "A02010104", "台", "2", "30"],
  ];
  expect(procurement.read(printTable(named, { above }))).toMatchObject({
    procurement_items: [
      {
        row_kind: "item",
        project_name: "机房改造",
        item_name: "服务器",
        amount_total: "300000",
        amount_general_public: "300000",
      },
    ],
    findings: [],
  });
  expect(procurement.read(printTable(alone, { above }))).toMatchObject({
    procurement_items: [
      { row_kind: "item", project_name: null, item_name: "服务器", amount_total: "300000" },
    ],
    findings: [],
  });
});

test("an amount without any unit is empty and doubted", () => {
  const reading = procurement.read(
    printTable([
      ["采购物品名称", "采购数量", "金额"],
      ["复印机", "2", "1.5"],
    ]),
  );
  expect(reading.procurement_items).toMatchObject([{ quantity: "2", amount_total: null }]);
  expect(reading.findings).toMatchObject([{ rule: "missing_unit", row: 1, column: 2 }]);
});
