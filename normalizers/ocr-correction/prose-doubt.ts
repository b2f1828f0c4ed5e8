import { pageOf, type Recognized } from "../../pipeline/model/document.js";
import type { Reading } from "../../pipeline/model/reading.js";
import { mentions } from "../evidence/prose.js";
import { canonical } from "../values/text.js";
import type { Doubt, Doubts } from "./doubted.js";
import { mended } from "./phrases.js";
import { arithmeticOf } from "./sums.js";

/**
 * The amounts of prose that may be others: those that another reading of their paragraph changes. A whole
 * paragraph is as sure as its least sure character, which says nothing of its figures.
 */
export function proseDoubts(reading: Reading): Doubts {
  const confirmed = new Set(
    arithmeticOf(reading).fitting.flatMap(({ terms }) =>
      terms.map(
        ({ where, yuan }) =>
          `${where.section_no ?? ""} ${where.page ?? ""} ${yuan.abs().toFixed()}`,
      ),
    ),
  );
  let recognizedCount = 0;
  const doubts = reading.document.blocks.flatMap((block, at): readonly Doubt[] => {
    if (block.type !== "paragraph" || block.recognized === undefined) return [];
    recognizedCount += 1;
    const section = reading.sections.findLast((one) => one.block <= at);
    const where = { section_no: section?.section_no ?? null, page: pageOf(block.at) };
    return paragraphDoubts(block.text, block.recognized).map((doubt) => {
      const key = `${where.section_no ?? ""} ${where.page ?? ""} ${doubt.yuan}`;
      return { ...doubt, isConfirmed: confirmed.has(key), where };
    });
  });
  return { recognized: recognizedCount, doubts: doubts.filter(isOpen) };
}

const isOpen = ({ recognized, isConfirmed }: Doubt): boolean =>
  recognized.corrected !== undefined || !isConfirmed;

interface InText extends Pick<Doubt, "kind" | "text" | "recognized" | "isValue"> {
  readonly yuan: string;
}

function paragraphDoubts(text: string, recognized: Recognized): readonly InText[] {
  const { corrected } = recognized;
  const isValue = corrected !== undefined && digitsOf(corrected.from) !== digitsOf(text);
  const isLine = corrected?.from.replace(/_/gu, "") === text.replace(/_/gu, "");
  const kind = isLine ? "respelt" : "corrected";
  const told: InText = { kind, text, recognized, isValue, yuan: "" };
  if (isValue) return [told];
  return [...(corrected === undefined ? [] : [told]), ...amountDoubts(text, recognized)];
}

/** The amounts of a text that another reading of it changes. */
function amountDoubts(text: string, recognized: Recognized): readonly InText[] {
  const { second, others } = recognized;
  const amounts = amountsOf(text);
  const seconds = second === undefined ? [] : [second].filter(unlike(text)).map(amountsOf);
  const readings = others.filter(unlike(text)).map(amountsOf);
  return amounts.flatMap(({ yuan, printed }, at): readonly InText[] => {
    const change = (other: readonly Amount[]): readonly string[] => changeOf(amounts, other, at);
    const [differing] = seconds.flatMap(change);
    const doubted = readings.flatMap(change);
    if (differing === undefined && doubted.length === 0) return [];
    const own = {
      confidence: recognized.confidence,
      others: doubted,
      ...(differing === undefined ? {} : { second: differing }),
    };
    const kind = differing === undefined ? "doubtful" : "differs";
    return [{ kind, text: printed, recognized: own, isValue: true, yuan }];
  });
}

/** Whether another reading has other digits, or as many amounts of which one is another. */
const unlike =
  (text: string) =>
  (other: string): boolean =>
    digitsOf(text) !== digitsOf(other) || amountsOf(text).length === amountsOf(other).length;

const digitsOf = (text: string): string => text.replace(/\D/gu, "");

interface Amount {
  readonly yuan: string;
  readonly printed: string;
}

/** What stands in another reading in the place of an amount, where that is something else. */
function changeOf(
  amounts: readonly Amount[],
  other: readonly Amount[],
  at: number,
): readonly string[] {
  const fromEnd = at - amounts.length;
  const same = [other[at], other.at(fromEnd)].some((one) => one?.yuan === amounts[at]?.yuan);
  return same ? [] : [other[at]?.printed ?? ""];
}

function amountsOf(text: string): readonly Amount[] {
  const plain = canonical(mended(text));
  return mentions({ text: plain, where: {} }).map(({ yuan, start, end }) => ({
    yuan: yuan.toFixed(),
    printed: plain.slice(start, end),
  }));
}
