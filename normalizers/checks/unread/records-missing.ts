import type { Check } from "../../../pipeline/model/check.js";
import {
  type Bilingual,
  type Finding,
  finding,
  type Rule,
} from "../../../pipeline/model/finding.js";
import { TABLE_FILES } from "../../../pipeline/model/records/registry.js";
import type { Reading, ReadTable } from "../../../pipeline/model/reading.js";
import { figuresBelow } from "../../evidence/printed-figures.js";
import { isIndicatorHeader } from "../../tables/performance/indicator-grid.js";
import { textOf } from "../../values/text.js";
import { CHECKS } from "../../evidence/check-settings.js";

type Facts = {
  readonly what: "none" | "few" | "no_indicators";
  /** Rows that print something to be read, and rows that gave a record. */
  readonly rows: number;
  readonly records: number;
};

const SAYINGS: Readonly<Record<Facts["what"], Bilingual<(facts: Facts) => string>>> = {
  none: {
    en: ({ rows }) => `${rows} row(s) of the table print numbers, and none gave a record.`,
    zh: ({ rows }) => `本表有${rows}行印有数字，但没有得到任何记录。`,
  },
  few: {
    en: ({ rows, records }) =>
      `Only ${records} of the ${rows} rows of the table that print numbers gave a record.`,
    zh: ({ rows, records }) => `本表印有数字的${rows}行中，只有${records}行得到记录。`,
  },
  no_indicators: {
    en: ({ rows }) =>
      `${rows} row(s) stand under a header of indicators, and none was read as one.`,
    zh: ({ rows }) => `绩效指标表头之下有${rows}行，但没有读出任何指标。`,
  },
};

const rule: Rule<Facts> = {
  id: "records_missing",
  severity: "warning",
  leavesUnread: true,
  explains: true,
  about: {
    en: "A recognized table gives records of its rows, a header of indicators gives indicators.",
    zh: "已识别的表应按行得到记录，绩效指标的表头之下应得到指标。",
  },
  say: {
    en: (facts) => SAYINGS[facts.what].en(facts),
    zh: (facts) => SAYINGS[facts.what].zh(facts),
  },
};

/** Recognized tables that gave nothing, or far less than they print. */
export const recordsMissing: Check = {
  rule,
  run: (reading) => {
    const recorded = recordedRows(reading);
    return {
      compared: reading.tables.length,
      findings: reading.tables.flatMap((table) =>
        doubt(table, recorded.get(table.printed.number) ?? NOTHING),
      ),
      unable: { en: "the document has no table", zh: "文档没有表" },
    };
  },
};

/** What a table gave: how many records, the rows of those that have one, the rows of indicators. */
interface Recorded {
  count: number;
  readonly rows: Set<number>;
  readonly indicators: Set<number>;
}

const NOTHING: Recorded = { count: 0, rows: new Set(), indicators: new Set() };

function recordedRows(reading: Reading): ReadonlyMap<number, Recorded> {
  const found = new Map<number, Recorded>();
  for (const file of TABLE_FILES)
    for (const record of reading[file]) {
      const of = found.get(record.table_no) ?? { count: 0, rows: new Set(), indicators: new Set() };
      found.set(record.table_no, of);
      of.count += 1;
      if ("row" in record && typeof record.row === "number")
        (file === "indicators" ? of.indicators : of.rows).add(record.row);
    }
  return found;
}

function doubt(table: ReadTable, recorded: Recorded): readonly Finding[] {
  const facts = indicatorsMissing(table, recorded) ?? rowsMissing(table, recorded);
  if (facts === null) return [];
  const { number } = table.printed;
  return [finding(rule, facts, { table_no: number, page: table.record.page_first })];
}

function rowsMissing({ kind, printed }: ReadTable, recorded: Recorded): Facts | null {
  if (kind === undefined) return null;
  const rows = new Set(figuresBelow(printed).map(({ cell }) => cell.row));
  if (rows.size > 0 && recorded.count === 0) return { what: "none", rows: rows.size, records: 0 };
  // A sheet of one project is told of by its indicators.
  if (recorded.rows.size === 0 || rows.size < CHECKS.unread.fewestRows) return null;
  const read = [...rows].filter((row) => recorded.rows.has(row) || recorded.indicators.has(row));
  return read.length < rows.size * CHECKS.unread.recordedShare
    ? { what: "few", rows: rows.size, records: read.length }
    : null;
}

/** Rows under a header of indicators that say something, where none of them is an indicator. */
function indicatorsMissing({ printed: { grid } }: ReadTable, recorded: Recorded): Facts | null {
  const rows = Array.from({ length: grid.rowCount }, (_, row) => row);
  const header = rows.find((row) => isIndicatorHeader(grid, row));
  if (header === undefined) return null;
  const below = rows.filter(
    (row) =>
      row > header &&
      !isIndicatorHeader(grid, row) &&
      grid.rowCells(row).filter((cell) => textOf(cell) !== "").length > 1,
  );
  const read = below.some((row) => recorded.indicators.has(row));
  return below.length === 0 || read
    ? null
    : { what: "no_indicators", rows: below.length, records: 0 };
}
