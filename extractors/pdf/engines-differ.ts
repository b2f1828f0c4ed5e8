import type { Document } from "../../pipeline/model/document.js";
import { pageOf } from "../../pipeline/model/document.js";
import { UnreadableSource } from "../../pipeline/model/errors.js";
import { type Finding, finding, type Outcome } from "../../pipeline/model/finding.js";
import { groupedBy } from "../../pipeline/model/grouped-by.js";
import { enginesDiffer, engineFailed } from "./rules.js";
import { PDF } from "./settings.js";

/** A text on a page, without blanks. */
interface Printed {
  readonly page: number;
  /** Prose runs on over paragraphs, which engines may part in their own ways; a cell is one text. */
  readonly isCell: boolean;
  readonly isRecognized: boolean;
  readonly text: string;
}

/**
 * Tells of the pages whose text another engine reads otherwise. Pages that were read from their pictures are left
 * out: their text is of neither engine.
 */
export async function differences(
  value: Document,
  other: string,
  readAgain: () => Promise<Outcome<Document>>,
): Promise<readonly Finding[]> {
  try {
    const again = await readAgain();
    const pages = value.pages.map(({ number }) => number);
    const [own, others] = [byPage(value), byPage(again.value)];
    return pages.flatMap((page) =>
      differenceOn(page, other, [own.get(page) ?? [], others.get(page) ?? []]),
    );
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    const { en, zh } = error.says;
    return [finding(engineFailed, { engine: other, reason: en, reason_zh: zh })];
  }
}

function byPage({ blocks }: Document): ReadonlyMap<number, readonly Printed[]> {
  const printed = blocks.flatMap((block) =>
    (block.type === "table" ? block.cells : [block]).map(({ text, at, recognized }): Printed => {
      const isCell = block.type === "table";
      return {
        page: pageOf(at) ?? 0,
        isCell,
        isRecognized: recognized !== undefined,
        text: plain(text),
      };
    }),
  );
  return groupedBy(printed, ({ page }) => page);
}

/** The dots of Chinese fonts are one sign to an engine and another to the other; so are ligatures. */
const plain = (text: string): string =>
  text.replaceAll("⋯", "…").normalize("NFKC").replace(/\s/gu, "");

function differenceOn(
  page: number,
  other: string,
  [own, others]: readonly [readonly Printed[], readonly Printed[]],
): Finding[] {
  if (own.some(({ isRecognized }) => isRecognized)) return [];
  const prose = proseParts(own, others);
  const here = [...onlyIn(own, others), ...prose.slice(0, 1)];
  const there = [...onlyIn(others, own), ...prose.slice(1)];
  const count = Math.max(here.length, there.length);
  if (count === 0) return [];
  const [read, again] = [here[0] ?? "", there[0] ?? ""];
  return [finding(enginesDiffer, { page, other, read, again, count }, { page })];
}

/** The cells of one reading that the other has not, each as often as it lacks. */
function onlyIn(own: readonly Printed[], others: readonly Printed[]): readonly string[] {
  const left = new Map<string, number>();
  for (const { text, isCell } of others) if (isCell) left.set(text, (left.get(text) ?? 0) + 1);
  return own.flatMap(({ text, isCell }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return isCell && text !== "" && count <= 0 ? [excerpt(text)] : [];
  });
}

/** The prose of two readings from where it parts; nothing where it is the same. */
function proseParts(own: readonly Printed[], others: readonly Printed[]): readonly string[] {
  const [a, b] = [proseOf(own), proseOf(others)];
  if (a === b) return [];
  let same = 0;
  while (a[same] === b[same]) same += 1;
  const from = Math.max(0, same - PDF.before);
  return [excerpt(a.slice(from)), excerpt(b.slice(from))];
}

const proseOf = (printed: readonly Printed[]): string =>
  printed.map(({ text, isCell }) => (isCell ? "" : text)).join("");

const excerpt = (text: string): string =>
  text.length > PDF.excerpt ? `${text.slice(0, PDF.excerpt)}…` : text;
