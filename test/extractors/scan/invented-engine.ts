import type { OcrEngine, ReadCharacter } from "../../../extractors/ocr/engine/engine.js";
import type { Gray, PixelBox } from "../../../extractors/raster/gray.js";

/** An engine that answers as it is told, and what it was shown. */
export interface InventedEngine extends OcrEngine {
  readonly shown: Gray[];
}

interface Answers {
  readonly find?: (page: Gray) => readonly PixelBox[];
  readonly isUpsideDown?: (lines: readonly Gray[]) => boolean;
  /** The characters of a line; it is told how often it was asked before. */
  readonly read?: (line: Gray, before: number) => readonly ReadCharacter[];
}

export function inventedEngine(answers: Answers): InventedEngine {
  const shown: Gray[] = [];
  return {
    name: "invented",
    version: "invented-1",
    cannotRead: [],
    shown,
    find: (page) => Promise.resolve(answers.find?.(page) ?? []),
    isUpsideDown: (lines) => Promise.resolve(answers.isUpsideDown?.(lines) ?? false),
    read: (line) => {
      shown.push(line);
      return Promise.resolve(answers.read?.(line, shown.length - 1) ?? []);
    },
    close: () => Promise.resolve(),
  };
}

/** A text read in a picture of so many pixels, each character as sure and as wide as the others. */
export function readAs(text: string, width: number, confidence = 0.99): ReadCharacter[] {
  const characters = Array.from(text);
  const step = width / Math.max(1, characters.length);
  return characters.map((character, i) => ({
    text: character,
    confidence,
    left: i * step,
    right: (i + 1) * step,
    others: [],
  }));
}
