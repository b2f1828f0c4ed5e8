import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { exportFolder } from "../../exports/export.js";
import { temporaryFolder } from "../cli/temporary-folder.js";
import { DOCUMENT, HARD, writePackage } from "./make-package.js";

const { at } = temporaryFolder();

const government = {
  document_id: DOCUMENT,
  table_no: "1",
  table_kind: "gov_expenditure",
  column: "1",
  measure: "total",
  raw: "1",
  amount: "1",
  is_primary: "false",
};

async function facts() {
  const [document = {}] = HARD.documents ?? [];
  const amounts = [
    { ...government, row: "1", region_code: "130225", region_name: "栖云县", fiscal_year: "2023" },
    {
      ...government,
      row: "2",
      region_name: "栖云新区",
      account: "general_public",
      coverage: "own",
    },
    { ...government, row: "3", item: "reception", label: "公务\r接待费" },
    { ...government, row: "4", item_code: "total", document_id: "00000000000000bb" },
  ];
  const folder = await writePackage(at("dataset"), {
    documents: [{ ...document, region_name: "云溪县" }],
    tables: HARD.tables ?? [],
    amounts,
  });
  const out = at("fiscal");
  const options = { ocds: { prefix: "ocds-000000" }, note: () => undefined };
  await exportFolder(folder, { format: "fiscal-data-package", out, ...options });
  return readFile(join(out, "facts.csv"), "utf8");
}

test("a fact has the region, year, account, coverage and item of its amount, else those of its document", async () => {
  const rows = parse<Record<string, string>>(await facts(), { columns: true });
  const told = rows.map((row) =>
    ["issuer_name", "region_code", "region_name", "fiscal_year", "account", "coverage"]
      .concat("item", "item_code")
      .map((name) => row[name])
      .join("|"),
  );
  expect(told).toEqual([
    "云溪县教育局|130225|栖云县|2023||||",
    "云溪县教育局||栖云新区|2024|general_public|own||",
    "云溪县教育局|013020|云溪县|2024|||reception|",
    "|||||||total",
  ]);
});

test("a carriage return within a fact ends no row", async () => {
  expect(await facts()).toContain('"公务\r接待费"');
});
