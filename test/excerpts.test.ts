import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { extract } from "../index.js";

type Row = Readonly<Record<string, string>>;

function tsv(path: string): readonly Row[] {
  const [head = [], ...rows] = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));
  return rows.map((row) => Object.fromEntries(head.map((key, at) => [key, row[at] ?? ""])));
}

const HEADS = ["title", "issuer_name", "region_code", "fiscal_year", "stage", "scope"] as const;

/** What a cell of heads.tsv allows: `-` nothing, `?` anything, a title or issuer in other forms too. */
function allowed(row: Row, field: (typeof HEADS)[number]): readonly string[] {
  const printed = row[field] ?? "";
  const others = field === "title" || field === "issuer_name" ? (row["alternatives"] ?? "") : "";
  return [printed === "-" ? "" : printed, ...others.split("|").filter((other) => other !== "")];
}

const bare = (text: string): string => text.replace(/\s/gu, "");

const key = (row: Row): string =>
  [row["measure"], row["fiscal_year"], row["phase"], row["amount"]].join(" ");

/** Invented excerpts (`test/excerpts`) or those beside the checkout: their heads, and exactly their figures. */
function suite(folder: string, known: ReadonlySet<string>): void {
  const heads = tsv(join(folder, "heads.tsv"));
  const figures = tsv(join(folder, "figures.tsv"));
  /** Those that the list knows: the others were not looked for in its texts. */
  const measures = new Set(figures.map((row) => row["measure"] ?? ""));
  const optional = join(folder, "figures_optional.tsv");
  const allowedToo = existsSync(optional) ? tsv(optional) : [];
  test.each(heads.map((row) => [row["file"] ?? "", row] as const))("%s", async (file, row) => {
    const bytes = readFileSync(join(folder, file));
    const { document, records } = await read(bytes, file);
    const judged = HEADS.filter((field) => row[field] !== "?" && !known.has(`${file} ${field}`));
    const wrong = judged.filter(
      (field) =>
        !allowed(row, field)
          .map(bare)
          .includes(bare(String(document[field] ?? ""))),
    );
    expect(wrong.map((field) => [field, document[field]])).toEqual([]);
    const own = (rows: readonly Row[]) => rows.filter((one) => one["file"] === file).map(key);
    const neutral = new Set(own(allowedToo));
    const wanted = own(figures).filter((one) => !known.has(`${file} ${one}`));
    const given = records.filter((one) => measures.has(one.split(" ")[0] ?? ""));
    expect(given.filter((one) => !neutral.has(one)).toSorted()).toEqual(wanted.toSorted());
  });
}

async function read(bytes: Uint8Array, name: string) {
  const dataset = await extract({ bytes, fileName: name });
  return {
    document: dataset.document,
    // Growth and completion are rows of their own, without an amount.
    records: dataset.figures
      .filter(({ amount }) => amount !== null)
      .map((one) => [one.measure, one.fiscal_year ?? "", one.phase ?? "", one.amount].join(" ")),
  };
}

const OWN = join(import.meta.dirname, "excerpts");
const SHARED = join(import.meta.dirname, "..", "..", "shared", "excerpts");
const isShared = existsSync(SHARED);
if (!isShared) console.warn("skipped: the excerpts of real pages are not here");

/** What is left open: a part that no total confirms, and names printed in traditional characters. */
const LEFT_OPEN: ReadonlySet<string> = new Set([
  "middle-page-wrapped-function-sums.txt expenditure_project 2020 budget 48500",
  "mirror-traditional-unit-accounts.txt title",
  "mirror-traditional-unit-accounts.txt issuer_name",
]);

describe("invented excerpts of texts copied from the web", () => {
  suite(OWN, new Set());

  test("each has its line of heads", () => {
    const files = readdirSync(OWN).filter((name) => name.endsWith(".txt"));
    expect(files.toSorted()).toEqual(
      tsv(join(OWN, "heads.tsv"))
        .map((row) => row["file"] ?? "")
        .toSorted(),
    );
  });
});

describe.skipIf(!isShared)("excerpts of real pages", () => {
  if (isShared) suite(SHARED, LEFT_OPEN);
});
