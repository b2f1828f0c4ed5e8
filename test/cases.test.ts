import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type DocumentDataset, extract } from "../index.js";
import { recognizedPages } from "./recognized-pages.js";

const cases = join(import.meta.dirname, "..", "..", "shared", "cases");
const isThere = existsSync(cases);
if (!isThere) console.warn(`The suite over the cases is skipped: ${cases} is not there.`);

const read = async (file: string): Promise<DocumentDataset> =>
  extract(join(cases, file), { ocr: { cache: recognizedPages } });

/** What the findings are, the absence of a title in documents of one table left out. */
function rulesOf({ findings }: DocumentDataset): readonly string[] {
  const others = findings.filter(({ rule }) => rule !== "title_absent");
  return others.map(({ rule, severity }) => `${severity} ${rule}`);
}

function amountsOf({ amounts }: DocumentDataset, table: number): readonly (string | null)[] {
  return amounts.filter(({ table_no }) => table_no === table).map(({ amount }) => amount);
}

/** The outline as a reader would write it down: level, ordinal, title. */
function outlineOf({ sections }: DocumentDataset): readonly string[] {
  return sections.map(({ level, ordinal, title }) => `${level} ${ordinal ?? "-"} ${title}`);
}

/** The column headers of the first table, without blanks. */
function headersOf({ tables }: DocumentDataset): readonly string[] {
  return (tables[0]?.header ?? []).map(({ path }) => path.join(" / ").replace(/\s/gu, ""));
}

describe.skipIf(!isThere)("headings", () => {
  test("chapters of one form that the contents do not name have all their sections", async () => {
    const dataset = await read("11-parallel-project-chapters.pdf");
    const sections = [
      "2 一 项目概述",
      "2 二 立项依据",
      "2 三 实施主体",
      "2 四 实施方案",
      "2 五 实施周期",
      "2 六 年度预算安排",
      "2 七 绩效目标",
    ];
    expect(outlineOf(dataset)).toEqual([
      "1 - 槐安市临江区商务局主要职能",
      "1 - 名词解释",
      "1 - 其他相关情况说明",
      "2 一 2031年“三公”经费预算情况说明",
      "2 二 机关运行经费预算",
      "2 三 政府采购预算情况",
      "2 四 绩效目标设置情况",
      "2 五 国有资产占有使用情况",
      "1 - 灯会活动专项经费情况说明",
      ...sections,
      "1 - 小店扶持专项（政策资金）经费情况说明",
      ...sections,
    ]);
    expect(rulesOf(dataset)).toEqual([]);
  });

  test("in brackets with a comma are sections, of the kind of those above", async () => {
    const dataset = await read("09-headings-with-comma.txt");
    expect(outlineOf(dataset)).toEqual([
      "1 第一部分 部门整体绩效目标",
      "2 一 总体绩效目标",
      "3 （一） 守住山林，管好水源",
      "3 （二） 扶持苗圃，壮大产业",
      "3 （三） 转变作风，服务群众",
      "2 二 工作保障措施",
      "3 （一） 加强资金管理，堵塞漏洞",
      "3 （二） 强化考核，落实责任",
      "1 第二部分 预算项目绩效目标",
    ]);
    const kinds = dataset.sections.slice(0, -1).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(["performance_department"]));
    expect(rulesOf(dataset)).toEqual([]);
  });

  test("contents end before the captions on the pages that follow", async () => {
    const dataset = await read("06-contents-swallow-captions.pdf");
    expect(dataset.tables).toMatchObject([
      { kind: "budget_summary", caption: "收支预算总表", unit_raw: "万元", page_first: 3 },
      { kind: "budget_income", caption: "收入预算总表", unit_raw: "万元", page_first: 4 },
      { kind: "budget_expenditure", caption: "支出预算总表", unit_raw: "万元", page_first: 5 },
    ]);
    expect(amountsOf(dataset, 1)).toEqual(["9405500", "7000000", "2405500", "9405500", "9405500"]);
    expect(amountsOf(dataset, 2)).toEqual(["9405500", "9150500", "9150500", "255000", "255000"]);
    expect(amountsOf(dataset, 3)).toEqual(["9405500", "7000000", "2405500"]);
    expect(rulesOf(dataset)).toEqual([]);
  });
});

describe.skipIf(!isThere)("the top of a table", () => {
  test("a caption goes on in brackets on a second line, and the table on the facing page", async () => {
    const dataset = await read("columns-on-next-page.pdf");
    expect(dataset.tables).toMatchObject([
      {
        kind: "transfers_by_item_and_region",
        caption: "2026年栖云市级返还性支出和转移支付表（按项目分地区）",
        unit_raw: "万元",
        fiscal_year: 2026,
        page_first: 1,
        page_last: 2,
        rows: 9,
        columns: 6,
      },
    ]);
    expect(headersOf(dataset)).toEqual(["项目", "青岚区", "白石区", "柳溪区", "云台区", "沙渡区"]);
    // One of the 40 cells is blank.
    expect(dataset.transfers).toHaveLength(39);
  });

  test("a caption is told from the number of its form, and page numbers from a turned page", async () => {
    const dataset = await read("turned-page-number.pdf");
    expect(dataset.tables).toMatchObject([
      {
        kind: "transfers_by_item_and_region",
        caption: "2024年栖云市专项转移支付分项目分地区表",
        unit_raw: "万元",
        fiscal_year: 2024,
        page_first: 1,
        page_last: 2,
        rows: 17,
        columns: 5,
      },
    ]);
    expect(headersOf(dataset)).toEqual(["项目名称", "青岚县", "白石县", "柳溪县", "云台县"]);
    // Ten of the 64 cells are blank.
    expect(dataset.transfers).toHaveLength(54);
    const numbers = dataset.ignored.filter(({ reason }) => reason === "page number");
    expect(numbers.map(({ text }) => text).join("")).toBe("—61——62—");
  });

  test("the name of an issuer goes on beneath its corner", async () => {
    const dataset = await read("05-corner-on-two-lines.pdf");
    expect(dataset.tables).toMatchObject([
      {
        kind: "budget_income",
        caption: "收入预算总表",
        unit_raw: "万元",
        issuer_name: "云栖省人民政府驻东海市联络处",
      },
    ]);
    expect(amountsOf(dataset, 1)).toEqual(["9405500", "9150500", "9150500", "255000", "255000"]);
    expect(rulesOf(dataset)).toEqual([]);
  });

  test("a header that a page end cuts is read with the rest of it", async () => {
    const dataset = await read("04-header-cut-at-page-end.pdf");
    expect(dataset.tables).toMatchObject([
      { kind: "budget_expenditure" },
      { kind: "budget_appropriation_summary", page_first: 1, page_last: 2 },
    ]);
    expect(amountsOf(dataset, 2)).toEqual(["8124000", "6011500", "2112500", "8124000", "8124000"]);
    expect(rulesOf(dataset)).toEqual([]);
  });
});

describe.skipIf(!isThere)("the grid of a table", () => {
  test("a rule that is not drawn under all of the header parts its rows all the same", async () => {
    const dataset = await read("open-header-cell.pdf");
    expect(dataset.tables).toMatchObject([{ rows: 11, columns: 2, unit_raw: "万元" }]);
    expect(headersOf(dataset)).toEqual(["地区", "决算数"]);
    expect(dataset.transfers).toHaveLength(10);
  });

  test("upright rules alone carry a table on over the page", async () => {
    const dataset = await read("upright-rules-only.pdf");
    const form = { kind: "transfers_by_region", unit_raw: "万元" };
    const place = { rows: 17, columns: 5, page_first: 1, page_last: 2 };
    expect(dataset.tables).toMatchObject([{ ...form, ...place }]);
    expect(dataset.transfers).toHaveLength(64);
  });

  test("the row of an issuer among codes breaks no sum, and a measure not known stays open", async () => {
    const dataset = await read("07-unit-row-and-reserves.docx");
    expect(rulesOf(dataset)).toEqual(["warning unnamed_measure"]);
    const reserves = dataset.amounts.filter(
      ({ measure_raw }) => measure_raw === "使用非财政拨款结余",
    );
    expect(new Set(reserves.map(({ measure }) => measure))).toEqual(new Set(["unknown"]));
    const carried = dataset.amounts.filter(({ measure }) => measure === "carryover");
    expect(new Set(carried.map(({ measure_raw }) => measure_raw))).toEqual(new Set(["上年结转"]));
  });
});

describe.skipIf(!isThere)("indicators", () => {
  test("a side title that stands twice in its cell hides none", async () => {
    const dataset = await read("01-side-title-twice.docx");
    expect(dataset.tables).toMatchObject([
      { caption: "教室灯具更新专项绩效目标表", unit_raw: "万元", fiscal_year: 2031 },
    ]);
    expect(dataset.indicators).toMatchObject([
      { operator: "eq", value: "640", unit: "套", weight: "20" },
      { operator: "gte", value: "85", unit: "间", weight: "10" },
      { operator: "eq", value: "100", unit: "%", weight: "20" },
      { operator: "gte", value: "3", unit: "万度", weight: "20" },
      { target_kind: "text", target_text: "显著", weight: "10" },
      { operator: "gte", value: "90", unit: "%", weight: "10" },
    ]);
    expect(dataset.projects).toMatchObject([
      { budget_total: "465000", budget_fiscal: "410000", budget_other: "0" },
    ]);
    expect(dataset.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("a grid that begins with its title is a sheet of its own on each page", async () => {
    const dataset = await read("03-sheet-title-row-stitched.pdf");
    expect(dataset.tables).toMatchObject([
      { page_first: 1, page_last: 1, fiscal_year: 2031, unit_raw: "元" },
      { page_first: 2, page_last: 2, fiscal_year: 2031, unit_raw: "元" },
    ]);
    expect(dataset.projects).toMatchObject([
      { project_name: "河岸步道修补", budget_total: "1250000", goals: "完成河岸步道修补" },
      { project_name: "社区食堂补贴", budget_total: "386000", goals: "完成社区食堂补贴" },
    ]);
    expect(dataset.indicators).toMatchObject([
      { level3: "修补长度", operator: "gte", value: "2300", unit: "米" },
      { level3: "验收合格", operator: "eq", value: "100", unit: "%" },
      { level3: "居民满意度", operator: "gte", value: "85", unit: "%" },
      { level3: "补贴人次", operator: "gte", value: "5200", unit: "人次" },
      { level3: "发放准确", operator: "eq", value: "100", unit: "%" },
      { level3: "老人满意度", operator: "gte", value: "90", unit: "%" },
    ]);
    // The second sheet prints more money from the budget than it asks for.
    const errors = dataset.findings.filter(({ severity }) => severity === "error");
    expect(errors).toMatchObject([
      { rule: "project_funds_equal_budget", table_no: 2, expected: "412000元", actual: "386000元" },
    ]);
  });

  test("one that is torn over two rows is one, and a list number goes before a year", async () => {
    const dataset = await read("10-torn-indicator-row.docx");
    expect(dataset.tables).toMatchObject([{ caption: "2031年度山林巡护经费绩效目标表" }]);
    expect(dataset.projects).toMatchObject([{ number: "3", goals: "巡护全部林区。" }]);
    expect(dataset.indicators).toMatchObject([
      { level1: "产出指标", level3: "巡护次数", target_raw: "≥90次", basis: "根据工作计划" },
      { level1: "产出指标", level3: "记录完整率", target_raw: "≥95%", basis: "根据工作计划" },
      { level1: "效益指标", level3: "火情下降", target_raw: "≥10%", basis: "根据工作计划" },
    ]);
    expect(rulesOf(dataset)).toEqual([]);
  });
});

describe.skipIf(!isThere)("figures", () => {
  test("shares and changes are compared with what they are stated of", async () => {
    const dataset = await read("08-percentages.txt");
    expect(dataset.findings).toMatchObject([
      { rule: "percentage_fits", severity: "error", expected: "6.25%", actual: "5.95%" },
    ]);
  });

  test("the parts of a total are not taken for it", async () => {
    const dataset = await read("12-part-read-as-total.txt");
    expect(dataset.figures).toMatchObject([
      { measure: "procurement_total", amount: "6400000" },
      { measure: "fixed_assets", amount: "18305000" },
    ]);
    expect(rulesOf(dataset)).toEqual([]);
  });
});

describe.skipIf(!isThere)("tables of governments", () => {
  test("debt by region: a blank header is the total, a city is whole and its 本级 its own", async () => {
    const dataset = await read("debt-by-region.pdf");
    expect(dataset.tables).toMatchObject([{ kind: "debt_limit_balance", unit_raw: "亿元" }]);
    expect(dataset.debt).toHaveLength(42);
    const special = dataset.debt.filter(
      ({ debt_kind, measure }) => debt_kind === "special" && measure === "limit",
    );
    expect(special.map(({ label, region_scope, amount }) => [label, region_scope, amount])).toEqual(
      [
        ["栖云省", "whole", "18000000000"],
        ["栖云省本级", "own", "3000000000"],
        ["市县小计", "subordinate", "15000000000"],
        ["青岚市", "whole", "9000000000"],
        ["青岚市本级", "own", "5000000000"],
        ["白石县", "whole", "4000000000"],
        ["柳溪市", "whole", "6000000000"],
      ],
    );
    expect(rulesOf(dataset)).toEqual([]);
  });

  test("columns of shares and changes are no totals", async () => {
    const { amounts, ...dataset } = await read("shares-and-changes.pdf");
    const education = amounts.filter(({ label }) => label === "教育支出");
    expect(education.map(({ measure, amount, value }) => [measure, amount ?? value])).toEqual([
      ["total", "881200000"],
      ["total", "900110000"],
      ["total", "915000000"],
      ["change", "33800000"],
      ["percent_of_adjusted_budget", "102.1"],
      ["change_percent", "3.8"],
    ]);
    expect(rulesOf({ amounts, ...dataset })).toEqual([]);
  });
});
