import { readFile } from "node:fs/promises";
import type { DocumentDataset } from "./dataset.js";
import { validate } from "./validate.js";

const LINE_WIDTH = 160;

/** JSON for machines that a person can read and compare: what fits on a line stands on one. */
export function printJson(value: unknown): string {
  return `${print(value, "")}\n`;
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
    throw new UnreadableDataset(`${path} is no dataset of this version: ${reason}`, { cause });
  }
}

function print(value: unknown, indent: string): string {
  const line = JSON.stringify(value);
  if (line.length <= LINE_WIDTH || typeof value !== "object" || value === null) return line;
  const inner = `${indent} `;
  if (Array.isArray(value))
    return `[\n${value.map((item) => inner + print(item, inner)).join(",\n")}\n${indent}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${inner}${JSON.stringify(key)}: ${print(member, inner)}`);
  return `{\n${members.join(",\n")}\n${indent}}`;
}
