import { gzipSync } from "node:zlib";
import type { OcrCache } from "../../../extractors/common/ocr-options.js";
import type { PixelBox } from "../../../extractors/raster/gray.js";
import type { RecognizedPage } from "../../../extractors/scan/recognized-page.js";

/** A line of text as it was recognized in a box: each character as wide as the others. */
export function recognizedLine(
  text: string,
  box: PixelBox,
  confidence = 0.99,
): RecognizedPage["lines"][number] {
  const [left, , right] = box;
  const characters = Array.from(text);
  const step = (right - left) / characters.length;
  return {
    box: [...box],
    characters: characters.map((character, i) => ({
      text: character,
      confidence,
      left: left + i * step,
      right: left + (i + 1) * step,
      others: [],
    })),
  };
}

/** A page of A4 at 200 dpi as it was recognized. */
export function recognizedPage(
  lines: RecognizedPage["lines"],
  rest: Partial<RecognizedPage> = {},
): RecognizedPage {
  return {
    width: 1654,
    height: 2339,
    quarters: 0,
    degrees: 0,
    bend: 0,
    gutter: null,
    rules: [],
    lines,
    unread: 0,
    ...rest,
  };
}

/** Lines of print of a common size, one under the other. */
export function linesOf(...texts: readonly string[]): RecognizedPage["lines"] {
  return texts.map((text, i) =>
    recognizedLine(text, [200, 300 + 120 * i, 200 + 40 * text.length, 337 + 120 * i]),
  );
}

/** The rules and texts of a table: its edges in pixels, and its rows. */
export function ruledTable(
  xs: readonly number[],
  ys: readonly number[],
  rows: readonly (readonly string[])[],
): Pick<RecognizedPage, "rules" | "lines"> {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return {
    rules: [
      ...ys.map((at) => ({ axis: "horizontal" as const, at, from: left, to: right, thickness: 2 })),
      ...xs.map((at) => ({ axis: "vertical" as const, at, from: top, to: bottom, thickness: 2 })),
    ],
    lines: rows.flatMap((row, r) =>
      row.map((text, c) => {
        const [x, y] = [(xs[c] ?? 0) + 12, (ys[r] ?? 0) + 10];
        return recognizedLine(text, [x, y, x + 24 * text.length, y + 30]);
      }),
    ),
  };
}

/** Gives these pages for whatever is asked, one after the other, as if they had been read before. */
export function keptPages(
  ...pages: readonly RecognizedPage[]
): OcrCache & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    get: (key) => {
      const page = pages[asked.length];
      asked.push(key);
      return Promise.resolve(page && gzipSync(JSON.stringify(page)));
    },
    put: () => Promise.reject(new Error("A page was recognized that should have been kept.")),
  };
}
