import { describe, expect, test } from "vitest";
import { type Facets, facetsOf, matches } from "../../../normalizers/captions/facets.js";
import { editionOf, editionsOf } from "../../../normalizers/forms/editions.js";
import { type Form, FORMS } from "../../../normalizers/forms/forms.js";
import { amountKinds, isNamed } from "../../../normalizers/forms/kinds.js";
import { kindOfTable } from "../../../normalizers/forms/kind-of-table.js";
import { FORM_NAMES, TABLE_KINDS } from "../../../pipeline/model/records/vocabulary.js";
import { printTable } from "../tables/print-table.js";

const captions = FORMS.map(({ caption }) => caption);

/** All that captions can say of what a form asks for. */
function allFacets(): readonly Facets[] {
  const subjects = new Set([null, ...captions.flatMap(({ subject }) => subject ?? null)]);
  const accounts = new Set([null, ...captions.flatMap(({ account }) => account ?? null)]);
  const [sources, called] = [[null, "appropriation"] as const, [null, "table"] as const];
  return [...subjects].flatMap((subject) =>
    [...accounts].flatMap((account) =>
      sources.flatMap((source) =>
        called.map((name) => ({ ...facetsOf(""), subject, account, source, called: name })),
      ),
    ),
  );
}

test("no caption is that of two forms, and every form has one", () => {
  const found = allFacets().map((facets) =>
    FORMS.filter(({ caption }) => matches(caption, facets)).map(({ form }) => form),
  );
  expect(found.filter((forms) => forms.length > 1)).toEqual([]);
  expect(new Set(found.flat())).toEqual(new Set(FORM_NAMES));
});

describe("the form that a caption names", () => {
  test.each([
    ["收支预算总表", "summary"],
    ["收入支出决算总表", "summary"],
    ["部门收入总体情况表", "income"],
    ["财政专户管理资金收入表", "income"],
    ["支出预算总表", "expenditure"],
    ["财政拨款收支预算总表", "appropriation_summary"],
    ["一般公共预算财政拨款收支总表", "appropriation_summary"],
    ["财政拨款支出预算表", "appropriation_expenditure"],
    ["基本支出预算表", "appropriation_basic"],
    ["一般公共预算支出表", "general_public"],
    ["一般公共预算财政拨款基本支出决算明细表", "general_public_basic"],
    ["政府性基金预算财政拨款收入支出决算表", "government_fund"],
    ["政府性基金预算项目支出表", "government_fund"],
    ["国有资本经营预算支出表", "state_capital"],
    ["一般公共预算项目支出表", "projects"],
    ["机关运行经费支出情况", "operating_costs"],
    ["政府性基金“三公”经费支出表", "three_public"],
    ["国有资本经营“三公”经费", "three_public"],
    ["教育基金支出表", null],
    ["税收收入预算表", null],
    ["一般公共预算收入表", null],
    ["项目支出绩效目标表", null],
    ["政府采购支出预算表", null],
    ["政府债务支出表", null],
    ["社会保险基金支出预算表", null],
    ["一般公共预算支出分地区情况表", null],
    ["支出说明", null],
  ])("%s: %s", (caption, form) => {
    const named = FORMS.filter((one) => isNamed(one, facetsOf(caption)));
    expect(named.map((one) => one.form)).toEqual(form === null ? [] : [form]);
  });
});

test("a form has a kind for the budget and one for the accounts, and no other kind has a form", () => {
  expect(editionsOf("income")).toEqual([
    { form: "income", stage: "budget", kind: "budget_income" },
    { form: "income", stage: "final_accounts", kind: "accounts_income" },
  ]);
  const forms = TABLE_KINDS.filter((kind) => editionOf(kind) !== null);
  expect(forms).toEqual(TABLE_KINDS.filter((kind) => /^(?:budget|accounts)_/u.test(kind)));
  expect(editionOf("accounts_state_capital")).toEqual(editionsOf("state_capital")[1]);
});

describe("a form more is one row of data", () => {
  const rest = FORMS.filter(({ form }) => form !== "projects");
  const added: Form = {
    form: "projects",
    name: "一般公共预算收入表",
    caption: { called: "table", account: "general_public", subject: "income" },
    side: "income",
    classification: null,
    fits: ({ twoSided }) => !twoSided,
  };
  const table = printTable(
    [
      ["项目", "2024年预算数", "2024年执行数"],
      ["税收收入", "100", "90"],
    ],
    { above: ["某省2024年一般公共预算收入表", "单位：亿元"] },
  );

  test("by which a table is recognized and read", () => {
    const kind = kindOfTable(table, amountKinds([...rest, added])).value;
    expect(kind?.name).toBe(added.name);
    const amounts = kind?.read(table).amounts?.map((a) => [a.side, a.label, a.phase, a.amount]);
    expect(amounts).toEqual([
      ["income", "税收收入", "budget", "10000000000"],
      ["income", "税收收入", "accounts", "9000000000"],
    ]);
  });

  test("without which it is unknown", () => {
    expect(kindOfTable(table, amountKinds(rest)).value).toBeUndefined();
  });
});
