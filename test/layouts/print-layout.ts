import { extract, type DocumentDataset } from "../../index.js";
import type { Disclosure, Manner, Matrix } from "../../samples/generator/description.js";
import { line, title } from "../../samples/generator/description.js";
import { textAt } from "../../samples/generator/grid.js";
import { printDocx } from "../../samples/generator/printers/docx.js";
import { printHtml } from "../../samples/generator/printers/html.js";
import { widthOf } from "../../samples/generator/printers/pdf-text.js";
import { printPdf } from "../../samples/generator/printers/pdf.js";
import { printText } from "../../samples/generator/printers/text.js";
import { printXlsx } from "../../samples/generator/printers/xlsx.js";
import type { Layout } from "./layout.js";

/** The editions that a layout is printed in. */
export const EDITIONS = {
  txt: printText,
  docx: printDocx,
  pdf: printPdf,
  xlsx: printXlsx,
  html: printHtml,
} as const;
export type Edition = keyof typeof EDITIONS;

/** What was read of a layout, in the words of its expectation. */
export interface ReadLayout {
  readonly kind: string | undefined;
  readonly amounts: readonly string[];
  readonly projects: readonly string[];
  readonly indicators: readonly string[];
  readonly doubts: readonly string[];
}

/** Prints a layout in an edition and reads it. */
export async function readLayout(
  layout: Layout,
  edition: Edition,
  manner: Partial<Manner> = {},
): Promise<ReadLayout> {
  const bytes = EDITIONS[edition](disclosureOf(layout, manner));
  return told(await extract({ bytes, fileName: `表.${edition}` }));
}

/** A disclosure of this one table. */
function disclosureOf(
  { stage, above, rows, head, kind }: Layout,
  manner: Partial<Manner>,
): Disclosure {
  const year = stage === "budget" ? "2024年部门预算" : "2024年部门决算";
  return {
    slug: "layout",
    about: {},
    fiscalYear: 2024,
    manner: { borders: "strokes", repeatHeader: true, wideTables: "landscape", ...manner },
    pieces: [
      ...title(`云溪县教育局${year}`),
      ...above.map((text, i) => line(text, i === 0 ? "caption" : "corner")),
      {
        type: "sheet",
        parts: [{ rows, head, widths: widthsOf(rows) }],
        meaning: { kind },
        records: [],
      },
    ],
  };
}

/** The widths of columns by what is printed in them, so that most of it stands on one line. */
function widthsOf(rows: Matrix): readonly number[] {
  const [first = []] = rows;
  return first.map((_, column) =>
    rows.reduce((most, row, at) => {
      const merged = row[column] === "<" || row[column + 1] === "<";
      const text = merged ? "" : textAt(rows, at, column);
      return Math.max(most, Math.min(20, widthOf(text, 1) + 1));
    }, 3),
  );
}

function told(dataset: DocumentDataset): ReadLayout {
  const main = dataset.tables.findLast(({ kind }) => kind !== "unknown") ?? dataset.tables.at(-1);
  return {
    kind: main?.kind,
    amounts: dataset.amounts.map((a) =>
      joined([a.side, a.code, a.label, "|", a.measure, a.phase, a.item, a.amount]),
    ),
    projects: dataset.projects.map((p) =>
      joined([
        p.project_code,
        p.project_name,
        "|",
        p.budget_total ?? "-",
        p.budget_fiscal ?? "-",
        p.budget_other ?? "-",
        "|",
        p.goals,
      ]),
    ),
    indicators: dataset.indicators.map((i) => {
      const levels = [i.level1, i.level2, i.level3].filter((level) => level !== null).join(" / ");
      const owner = i.project_name === null ? "" : `${i.project_name}: `;
      const value = i.value_max === null ? i.value : `${i.value}~${i.value_max}`;
      return joined([
        `${owner}${levels}`,
        "|",
        i.target_kind,
        i.operator,
        value,
        i.unit,
        i.target_text,
        i.weight && `(${i.weight})`,
        i.actual_value === null && i.score === null ? null : "|",
        i.actual_value,
        i.score,
      ]);
    }),
    doubts: [
      ...new Set(
        dataset.findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule),
      ),
    ].toSorted(),
  };
}

function joined(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== "").join(" ");
}
