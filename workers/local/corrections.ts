import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import * as z from "zod";
import { standing } from "../../pipeline/model/correction.js";
import type { Correction } from "../../pipeline/model/correction.js";
import { ToldError, codeOf } from "../../pipeline/model/errors.js";
import { isPlace } from "../../pipeline/model/spot.js";

/** The file of an output folder that holds what readers put right. */
const NAME = "corrections.csv";

/** A correction in that file, with the document that it is of: the SHA-256 of its bytes. */
export interface CorrectionRow extends Correction {
  readonly document: string;
}

const short = z.string().max(10_000);

/** What a row must be. Line breaks of a cell are written as `\n`, so that every row is one line. */
export const correctionRow = z.strictObject({
  document: z.string().regex(/^[0-9a-f]{64}$/u),
  place: z.string().refine(isPlace, { error: "a place such as p3/t3/r14c3" }),
  what: z.string().regex(/^(?:text|finding:[a-z0-9_]+)$/u),
  from: short,
  to: short,
  who: short.min(1),
  when: z.iso.datetime(),
  why: short.min(1),
});

const COLUMNS = Object.keys(correctionRow.shape);

/** corrections.csv holds what is none. */
class UnreadableCorrections extends ToldError {
  override readonly name = "UnreadableCorrections";
}

/**
 * The corrections of an output folder as they come to stand, by the SHA-256 of their documents.
 *
 * @throws UnreadableCorrections where a row is none
 */
export async function readCorrections(
  folder: string,
): Promise<ReadonlyMap<string, readonly Correction[]>> {
  const byDocument = new Map<string, Correction[]>();
  for (const { document, ...correction } of await correctionRows(folder))
    byDocument.set(document, [...(byDocument.get(document) ?? []), correction]);
  return new Map([...byDocument].map(([document, all]) => [document, standing(all)]));
}

/** Every row of the file, in order; a last line that was not written whole was never acknowledged, and is none. */
export async function correctionRows(folder: string): Promise<readonly CorrectionRow[]> {
  const path = join(folder, NAME);
  const text = wholeLines(await textOf(path));
  try {
    const rows: unknown[] = parse(text, { columns: true, bom: true });
    return rows.map((row) => unescaped(correctionRow.parse(row)));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UnreadableCorrections(
      {
        en: `${path} is no file of corrections (${reason}). Put the row right, or take it out.`,
        zh: `${path} 不是更正文件（${reason}）。请改正该行，或将其删去。`,
      },
      { cause },
    );
  }
}

/** Adds a row, and ends when it is on the disk: whatever ends the program then, the row stands whole. */
export async function addCorrection(folder: string, row: CorrectionRow): Promise<void> {
  const path = join(folder, NAME);
  const text = await textOf(path);
  const whole = wholeLines(text);
  const file = await open(path, "a");
  try {
    if (whole.length < text.length) await file.truncate(Buffer.byteLength(whole));
    const head = whole === "" ? stringify([COLUMNS]) : "";
    await file.write(head + stringify([escaped(row)], { columns: COLUMNS }));
    await file.sync();
  } finally {
    await file.close();
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return "";
    throw error;
  }
}

function wholeLines(text: string): string {
  return text.slice(0, text.lastIndexOf("\n") + 1);
}

function escaped(row: CorrectionRow): CorrectionRow {
  return withTexts(row, (text) => text.replaceAll("\\", "\\\\").replaceAll("\n", String.raw`\n`));
}

function unescaped(row: CorrectionRow): CorrectionRow {
  return withTexts(row, (line) =>
    line.replaceAll(/\\(?<sign>[\\n])/gu, (_, sign) => (sign === "n" ? "\n" : "\\")),
  );
}

function withTexts(row: CorrectionRow, change: (text: string) => string): CorrectionRow {
  const { from, to, who, why } = row;
  return { ...row, from: change(from), to: change(to), who: change(who), why: change(why) };
}
