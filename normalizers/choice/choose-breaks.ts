import type { Document } from "../../pipeline/model/document.js";
import type { Finding, Outcome } from "../../pipeline/model/finding.js";
import type { Reading } from "../../pipeline/model/reading.js";
import { type DoubtfulBreak, stitch } from "../structure/stitch/stitch.js";
import { type Choice, choose } from "./choose.js";
import { evidence } from "./explained.js";
import { closeFinding } from "./reading-close.js";
import { CHOICE } from "./settings.js";

type Read = (part: Document) => Reading;

/**
 * A document with its tables joined over page breaks. A break that the layout leaves open is read both ways, with
 * its two tables alone; the layout's own answer, two tables, stands unless sums or codes prove the other.
 */
export function chooseBreaks(document: Document, read: Read): Outcome<Document> {
  const findings: Finding[] = [];
  let left: number = CHOICE.breaks;
  const value = stitch(document, (doubtful) => {
    if (left === 0) return false;
    left -= 1;
    const choice = readBothWays(doubtful, document, read);
    findings.push(...closeFinding("page_break", choice, { page: doubtful.page }));
    return choice.chosen.is === "one_table";
  });
  return { value, findings };
}

function readBothWays(
  { apart, joined }: DoubtfulBreak,
  { pages }: Document,
  read: Read,
): Choice<string> {
  const part = (blocks: Document["blocks"]): Reading => read({ blocks, pages, ignored: [] });
  const two = { is: "two_tables", reading: part(apart) };
  const one = { is: "one_table", reading: part(joined) };
  return choose(two, proves(one.reading, two.reading) ? [one] : []);
}

/** Whether more agrees than before and no more contradicts. */
function proves(next: Reading, before: Reading): boolean {
  const [now, then] = [evidence(next), evidence(before)];
  return now.proofs > then.proofs && now.failing <= then.failing;
}
