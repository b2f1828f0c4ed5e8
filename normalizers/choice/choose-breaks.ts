import type { Document } from "../../pipeline/model/document.js";
import type { Finding, Outcome, Where } from "../../pipeline/model/finding.js";
import type { Reading } from "../../pipeline/model/reading.js";
import { arithmeticOf, fittingTerms } from "../ocr-correction/sums.js";
import { type DoubtfulBreak, stitch } from "../structure/stitch/stitch.js";
import { type Choice, choose } from "./choose.js";
import { closeFinding } from "./reading-close.js";
import { CHOICE } from "./settings.js";

type Read = (part: Document) => Reading;

/**
 * A document with its tables joined over page breaks. A break that the layout leaves open is read both ways, with
 * its two tables alone; the layout's own answer, two tables, stands unless sums over the break prove the other.
 */
export function chooseBreaks(document: Document, read: Read): Outcome<Document> {
  const findings: Finding[] = [];
  let left: number = CHOICE.breaks;
  const value = stitch(document, (doubtful) => {
    if (left === 0) return false;
    left -= 1;
    const choice = readBothWays(doubtful, document, read);
    findings.push(...closeFinding("page_break", choice, whereOf(doubtful)));
    return choice.chosen.is === "one_table";
  });
  return { value, findings };
}

const whereOf = ({ page }: DoubtfulBreak): Where => (page === null ? {} : { page });

function readBothWays(doubtful: DoubtfulBreak, { pages }: Document, read: Read): Choice<string> {
  const part = (blocks: Document["blocks"]): Reading => read({ blocks, pages, ignored: [] });
  const two = { is: "two_tables", reading: part(doubtful.apart) };
  const one = { is: "one_table", reading: part(doubtful.joined) };
  const isProved =
    holdsOver(one.reading, doubtful.rowsBefore) &&
    arithmeticOf(one.reading).broken.length <= arithmeticOf(two.reading).broken.length;
  return choose(two, isProved ? [one] : []);
}

/** Whether a sum of the last table, which goes on over the break, holds with rows from both sides of it. */
function holdsOver(reading: Reading, rowsBefore: number): boolean {
  const table = reading.tables.length;
  return arithmeticOf(reading).fitting.some((sum) => {
    const terms = fittingTerms(sum).filter(({ yuan }) => !yuan.eq(0));
    const rows = terms.flatMap(({ where }) => (where.table_no === table ? [where.row ?? 0] : []));
    return rows.some((row) => row < rowsBefore) && rows.some((row) => row >= rowsBefore);
  });
}
