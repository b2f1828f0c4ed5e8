import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { extract } from "../../../index.js";
import { comparedRows } from "../../../inspector/model/compared.js";
import type { Amount, DocumentDataset } from "../../../inspector/model/dataset.js";

const sample = await extract({
  fileName: "source.txt",
  bytes: await readFile("samples/contradictions-2023/source.txt"),
});

/** The sample as a document of a year and stage that states some amounts alone. */
function stating(
  about: Pick<DocumentDataset["document"], "fiscal_year" | "stage">,
  ...amounts: readonly Partial<Amount>[]
): DocumentDataset {
  const [base] = sample.amounts;
  if (base === undefined) throw new Error("the sample has no amounts");
  const plain: Amount = {
    ...base,
    table_kind: "budget_expenditure",
    code: "205",
    label: "教育支出",
    classification: "function",
    measure: "total",
    phase: about.stage === "final_accounts" ? "accounts" : "budget",
  };
  return {
    ...sample,
    document: { ...sample.document, ...about },
    amounts: amounts.map((told) => ({ ...plain, ...told })),
  };
}

const inShort = (first: DocumentDataset, second: DocumentDataset) =>
  comparedRows(first, second).map(({ code, label, sides: [one, other], change }) =>
    [code ?? label, one?.amount, other?.amount, change].map((part) => part ?? "–").join(" "),
  );

const OF_2023 = { fiscal_year: 2023, stage: "budget" } as const;
const OF_2024 = { fiscal_year: 2024, stage: "budget" } as const;

test("amounts of one code are beside each other, whatever it is called, with the exact change", () => {
  const first = stating(OF_2023, { amount: "100.10" }, { code: "206", amount: "7" });
  const second = stating(
    OF_2024,
    { code: "210", label: "卫生健康支出", amount: "3" },
    { label: "教育", amount: "90.05" },
  );
  expect(inShort(first, second)).toEqual(["205 100.10 90.05 -10.05", "206 7 – –", "210 – 3 –"]);
});

const named = (label: string, amount: string) => ({ code: null, label, amount });

test("without codes the label tells, whatever its blanks; what is printed twice is paired in order", () => {
  const first = stating(OF_2023, named("合 计", "5"), named("其他", "1"), named("其他", "2"));
  const second = stating(OF_2024, named("其他", "1"), named("其他", "4"), named("合计", "5"));
  expect(inShort(first, second)).toEqual(["合 计 5 5 0", "其他 1 1 0", "其他 2 4 2"]);
});

test("a budget stands beside the accounts of its form, and the year before beside the year before", () => {
  const budget = stating(OF_2023, { amount: "10" }, { amount: "8", phase: "previous" });
  const accounts = stating(
    { fiscal_year: 2023, stage: "final_accounts" },
    { table_kind: "accounts_expenditure", amount: "9", phase: "previous" },
    { table_kind: "accounts_expenditure", amount: "12" },
    { table_kind: "accounts_general_public", amount: "12" },
  );
  expect(inShort(budget, accounts)).toEqual(["205 10 12 2", "205 8 9 1", "205 – 12 –"]);
});

const columns = (year: number, amounts: readonly [string, string]) =>
  stating(
    { fiscal_year: year, stage: "budget" },
    { fiscal_year: year - 1, amount: amounts[0] },
    { fiscal_year: year, amount: amounts[1] },
  );

test("years of columns count from the year of the document", () => {
  expect(inShort(columns(2023, ["1", "2"]), columns(2024, ["2", "4"]))).toEqual([
    "205 1 2 1",
    "205 2 4 2",
  ]);
});
