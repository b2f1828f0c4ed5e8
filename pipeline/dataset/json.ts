import { readFile } from "node:fs/promises";
import type { DocumentDataset } from "./dataset.js";
import { validate } from "./validate.js";

/**
 * JSON for machines that a person can read and compare: one record, cell or other small thing a line.
 * Comes in pieces, since a whole document may be longer than a string can be.
 */
export function* jsonPieces(value: unknown): Generator<string> {
  yield* pieces(value, "");
  yield "\n";
}

/** The same in one string. */
export function printJson(value: unknown): string {
  return [...jsonPieces(value)].join("");
}

/** A file among the documents of an output folder is not what this version writes there. */
export class UnreadableDataset extends Error {
  override readonly name = "UnreadableDataset";
}

/**
 * The dataset in a JSON file.
 *
 * @throws UnreadableDataset where it is another version's, or was edited and is wrong
 */
export async function readDataset(path: string): Promise<DocumentDataset> {
  const text = await readFile(path, "utf8");
  try {
    return validate(JSON.parse(text));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UnreadableDataset(
      `${path} is no dataset of this version (${reason}). Remove it, or extract with --clean.`,
      { cause },
    );
  }
}

function* pieces(value: unknown, indent: string): Generator<string> {
  if (!isObject(value) || !holdsRows(value)) {
    yield JSON.stringify(value);
    return;
  }
  const inner = `\n${indent} `;
  const rows = Array.isArray(value) ? unnamed(value) : named(value);
  let before = Array.isArray(value) ? "[" : "{";
  for (const [name, member] of rows) {
    yield `${before}${inner}${name}`;
    yield* pieces(member, `${indent} `);
    before = ",";
  }
  yield `\n${indent}${Array.isArray(value) ? "]" : "}"}`;
}

function* unnamed(members: readonly unknown[]): Generator<readonly [string, unknown]> {
  for (const member of members) yield ["", member];
}

function* named(value: object): Generator<readonly [string, unknown]> {
  for (const [key, member] of Object.entries(value))
    if (member !== undefined) yield [`${JSON.stringify(key)}: `, member];
}

/** Whether a list of objects is in it, however deep: such a value takes several lines. */
function holdsRows(value: object): boolean {
  if (Array.isArray(value)) return isObject(value[0]);
  return Object.values(value).some((member) => isObject(member) && holdsRows(member));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
