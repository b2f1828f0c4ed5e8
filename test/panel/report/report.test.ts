import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { compare } from "../../../panel/compare.js";
import type { ReportData } from "../../../panel/report/data.js";
import { reportData } from "../../../panel/report/report.js";
import { amount, document, idOf, madeDataset, type Rows } from "../made-dataset.js";
import { sampleDataset, scratch } from "../sample-panel.js";

const folder = scratch("report");
const fresh = (): string => mkdtempSync(join(folder, "one-"));

const reportOf = (...folders: readonly string[]): Promise<ReportData> =>
  reportData({ folders, language: "en", inspector: "http://127.0.0.1:3100/", scratch: fresh() });
const made = (rows: Rows): Promise<ReportData> => reportOf(madeDataset(fresh(), rows));

const of = <T>(part: { issuers: readonly { name: string; rows: readonly T[] }[] }, name: string) =>
  part.issuers.find((issuer) => issuer.name === name)?.rows ?? [];

describe("the samples", () => {
  let samples: string;
  let data: ReportData;
  beforeAll(async () => {
    samples = await sampleDataset(fresh());
    data = await reportOf(samples);
  });

  test("are ten issuers of the years 2018 to 2025, one document doubtful, and one of an invented city", () => {
    expect(data.counts).toMatchObject({ issuers: 10, open: 0, firstYear: 2018, lastYear: 2025 });
    expect(data.counts.documents).toEqual({ ok: 10, partial: 1 });
    expect(data.coverage.issuers.map(({ name, rows }) => [name, rows.length])).toHaveLength(10);
    expect(of(data.coverage, "栖云县司法局")).toMatchObject([
      { year: 2024, stage: "final_accounts", status: "read" },
    ]);
    expect(of(data.coverage, "栖云县交通运输局")).toMatchObject([
      { year: 2023, stage: "budget", status: "partial" },
    ]);
    expect(data.coverage.unplaced).toMatchObject({ rows: [{ status: "ok" }], more: 0 });
  });

  test("have the findings of the one that contradicts itself", () => {
    expect(data.findings?.issuers.rows[0]).toEqual({
      name: "栖云县交通运输局",
      error: 19,
      warning: 3,
      info: 0,
    });
    const total = data.findings?.rules.reduce((sum, { count }) => sum + count, 0);
    // 22 of that one, and one of 栖云县审计局.
    expect(total).toBe(23);
    expect(data.findings?.errors.rows).toHaveLength(19);
    const [unequal] =
      data.findings?.errors.rows.filter(({ rule }) => rule === "income_equals_expenditure") ?? [];
    expect(unequal?.at).toMatch(/^[0-9a-f]{16}#t1\/r28c4$/u);
    expect(unequal?.says.en).toContain("949.4万元 is not the income");
    expect(unequal?.says.zh).toContain("949.4万元");
  });

  test("spend what their tables say on each 类, and basic and project", () => {
    const [byFunction, byNature] = of(data.structure, "栖云县交通运输局");
    // 38.60 + 18.30 + 854.60 + 32.90 = 944.40 万元
    expect(byFunction).toMatchObject({
      split: "function",
      basis: "expenditure",
      sum: "9444000",
      stated: "9444000",
      difference: "0",
    });
    expect(byFunction?.parts.map(({ key, names, amount: yuan }) => [key, names?.zh, yuan])).toEqual(
      [
        ["208", "社会保障和就业支出", "386000"],
        ["210", "卫生健康支出", "183000"],
        ["214", "交通运输支出", "8546000"],
        ["221", "住房保障支出", "329000"],
      ],
    );
    expect(byFunction?.parts[0]?.at).toMatch(/#t3\/r5c3$/u);
    expect(byNature?.parts.map(({ key, amount: yuan }) => [key, yuan])).toEqual([
      ["basic", "5000000"],
      ["project", "4444000"],
    ]);
  });

  test("have 三公 and operating costs by year and phase", () => {
    const costs = of(data.costs, "栖云县司法局").map(
      ({ phase, concept, amount: yuan }) => `${phase} ${concept} ${yuan}`,
    );
    expect(costs).toContain("budget three_public_total 140000");
    expect(costs).toContain("accounts three_public_total 111500");
    expect(costs).toContain("accounts three_public_reception 13500");
    expect(costs).toContain("accounts operating_costs 754000");
  });

  test("say the same as a comparison of them, which has no findings", async () => {
    const out = fresh();
    await compare({ folders: [samples], out });
    const compared = await reportOf(out);
    expect(compared).toEqual({
      ...data,
      counts: { ...data.counts, documents: {} },
      coverage: { ...data.coverage, unplaced: null },
      findings: null,
    });
  });
});

test("a change of ten times or more, and one far from the others of its concept, stand out", async () => {
  // Nine issuers grow by a tenth; one by half, one to twelve times as much, one begins with nothing.
  const growth = [...Array.from({ length: 9 }, () => "1100000"), "1500000", "12000000"];
  const issuers = [...growth, "5000000"].flatMap((now, at) => [
    { no: 2 * at + 1, year: 2022, yuan: at === growth.length ? "0" : "1000000", at },
    { no: 2 * at + 2, year: 2023, yuan: now, at },
  ]);
  const { changes } = await made({
    documents: issuers.map(({ no, year, at }) =>
      document(no, { fiscal_year: year, issuer_name: `玄武区第${at}局` }),
    ),
    amounts: issuers.map(({ no, yuan }) => amount(no, yuan)),
  });
  expect(changes.without).toBe(1);
  expect(changes.rows).toHaveLength(11);
  expect(changes.rows.slice(0, 3)).toMatchObject([
    { name: "玄武区第10局", percent: "1100.0", outlier: "tenfold", difference: "11000000" },
    { name: "玄武区第9局", percent: "50.0", outlier: "far", before: "1000000", now: "1500000" },
    { percent: "10.0", outlier: null },
  ]);
  expect(changes.rows[0]).toMatchObject({
    at: `${idOf(22)}#p2/t1/r3c1`,
    atBefore: `${idOf(21)}#p2/t1/r3c1`,
  });
});

test("a change is none where a year lies between", async () => {
  const { changes } = await made({
    documents: [document(1), document(2, { fiscal_year: 2025 })],
    amounts: [amount(1, "1"), amount(2, "100")],
  });
  expect(changes).toEqual({ rows: [], more: 0, without: 0 });
});

const parts = (no: number, rows: Readonly<Record<string, string>>) =>
  Object.entries(rows).map(([concept, yuan], row) => amount(no, yuan, { concept, row }));

test("basic expenditure alone is no structure, and forms are not mixed", async () => {
  const { structure } = await made({
    documents: [document(1), document(2, { fiscal_year: 2024 })],
    amounts: [
      ...parts(1, {
        expenditure_basic: "700",
        expenditure_general_public_basic: "600",
        expenditure_general_public_project: "250.5",
        expenditure_general_public: "851",
      }),
      ...parts(2, { expenditure_basic: "700" }),
    ],
  });
  expect(structure.issuers.flatMap(({ rows }) => rows)).toMatchObject([
    { year: 2023, basis: "general_public", sum: "850.5", stated: "851", difference: "0.5" },
  ]);
});

const split = (no: number, form: string) =>
  ["basic", "project"].map((part, row) =>
    amount(no, "100", { concept: `expenditure_${form}${part}`, row, table_no: form.length }),
  );

test("the structure is of the form that most years have, and of the widest where that is missing", async () => {
  const years = [2021, 2022, 2023];
  const { structure } = await made({
    documents: years.map((fiscal_year, at) => document(at + 1, { fiscal_year })),
    amounts: [
      ...split(1, "general_public_"),
      ...split(2, "general_public_"),
      ...split(2, ""),
      ...split(3, "appropriation_"),
    ],
  });
  const [issuer] = structure.issuers;
  expect(issuer?.rows.map(({ year, basis }) => [year, basis])).toEqual([
    [2021, "general_public"],
    [2022, "general_public"],
    [2023, "appropriation_expenditure"],
  ]);
});

test("what two documents contradict each other in has both places", async () => {
  const { conflicts, counts } = await made({
    documents: [document(1), document(2)],
    amounts: [amount(1, "1000000"), amount(2, "2000000", { page: 7, row: 9 })],
  });
  expect(counts.open).toBe(1);
  expect(conflicts.kinds).toEqual([{ kind: "published_twice", cause: "", count: 1 }]);
  expect(conflicts.rows).toMatchObject([
    {
      what: "expenditure_total",
      amount: "1000000",
      other: "2000000",
      difference: "1000000",
      at: `${idOf(1)}#p2/t1/r3c1`,
      atOther: `${idOf(2)}#p7/t1/r9c1`,
    },
  ]);
});

test("the headroom of a region is exact, the latest year first, and may be less than none", async () => {
  const debt = {
    document_id: idOf(1),
    table_no: 1,
    row: 2,
    page: 3,
    region_code: "320100",
    region_name: "南京市",
    region_scope: "whole",
    debt_kind: "total",
    phase: "accounts",
    raw: "1.00",
    unit_raw: "亿元",
  };
  const pair = (fiscal_year: number, limit: string, balance: string) => [
    { ...debt, fiscal_year, column: 1, measure: "limit", amount: limit },
    { ...debt, fiscal_year, column: 2, measure: "balance", amount: balance },
  ];
  const government = { scope: "government", region_code: "320000", stage: "final_accounts" };
  const { debt: headroom } = await made({
    documents: [document(1, government)],
    debt: [
      ...pair(2022, "380000000000", "380000000001"),
      ...pair(2023, "400000000000", "372500000000.01"),
    ],
  });
  expect(headroom.rows).toMatchObject([
    { name: "江苏省南京市", year: 2023, headroom: "27499999999.99", percent: "6.9", latest: true },
    { year: 2022, headroom: "-1", percent: "0.0", latest: false },
  ]);
  expect(headroom.rows[0]).toMatchObject({
    at: `${idOf(1)}#p3/t1/r2c1`,
    atBalance: `${idOf(1)}#p3/t1/r2c2`,
  });
});

test("documents without an issuer are listed, and findings of replaced versions told", async () => {
  const finding = { rule: "rows_agree", severity: "error", message: "No.", message_zh: "不。" };
  const { coverage, findings } = await made({
    documents: [
      document(1),
      document(2, { supersedes: idOf(1) }),
      document(3, { issuer_name: "", status: "failed" }),
    ],
    findings: [1, 2, 3].map((no) => ({ ...finding, document_id: idOf(no), table_no: 4 })),
  });
  expect(coverage.unplaced?.rows).toEqual([{ document: idOf(3), file: "3.pdf", status: "failed" }]);
  expect(findings?.replaced).toBe(1);
  expect(findings?.errors.rows.map(({ name, at }) => [name, at])).toEqual([
    ["玄武区教育局", `${idOf(2)}#t4`],
    [null, `${idOf(3)}#t4`],
  ]);
});

test("more issuers than are shown are counted", async () => {
  const documents = Array.from({ length: 1003 }, (_, at) =>
    document(at + 1, { issuer_name: `玄武区第${at}局` }),
  );
  const { coverage } = await made({ documents });
  expect(coverage.issuers).toHaveLength(1000);
  expect(coverage.more).toBe(3);
});

test("two issuers of one name are told apart", async () => {
  const { coverage } = await made({
    documents: [document(1), document(2, { region_code: "320104", region_name: "秦淮区" })],
  });
  expect(new Set(coverage.issuers.map(({ name }) => name)).size).toBe(2);
});

test("a comparison of another version says which column it lacks", async () => {
  const out = fresh();
  await compare({ folders: [madeDataset(fresh(), { documents: [document(1)] })], out });
  const path = join(out, "coverage.csv");
  writeFileSync(path, readFileSync(path, "utf8").replace("status", "state"));
  await expect(reportOf(out)).rejects.toThrow(
    /coverage\.csv was written by an earlier version: it has no column status\./u,
  );
});
