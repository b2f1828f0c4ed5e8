import type { Recognized } from "./document.js";

/** A text that may have been read from a picture. */
export interface Read {
  readonly text: string;
  readonly recognized?: Recognized;
}

/** Stands for a character that is printed and was not read. */
export const UNREAD = "\ufffd";

/** How many other readings of a text are kept: those of its least sure parts. */
const MOST_OTHERS = 6;

/** Texts put together, with what is known of their reading: as sure as the least sure of them. */
export function joinedRead(parts: readonly Read[], separator: string): Read {
  const text = parts.map((part) => part.text).join(separator);
  const known = parts.flatMap(({ recognized }) => recognized ?? []);
  if (known.length === 0) return { text };
  const withPart = (at: number, other: string) =>
    parts.map((part, i) => (i === at ? other : part.text)).join(separator);
  const second = parts.map((part) => part.recognized?.second ?? part.text).join(separator);
  const from = parts.map((part) => part.recognized?.corrected?.from ?? part.text).join(separator);
  const unread = known.flatMap((each) => each.unread ?? []);
  const by = known.find(({ corrected }) => corrected !== undefined)?.corrected?.by;
  return {
    text,
    recognized: {
      confidence: Math.min(...known.map(({ confidence }) => confidence)),
      others: [...parts.entries()]
        .toSorted(([, a], [, b]) => sureness(a) - sureness(b))
        .flatMap(([i, { recognized }]) =>
          (recognized?.others ?? []).map((other) => withPart(i, other)),
        )
        .slice(0, MOST_OTHERS),
      ...(second === text ? {} : { second }),
      ...(unread.length === 0 ? {} : { unread }),
      ...(by === undefined ? {} : { corrected: { from, by } }),
    },
  };
}

function sureness({ recognized }: Read): number {
  return recognized?.confidence ?? 1;
}
