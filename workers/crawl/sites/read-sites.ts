import { readFile } from "node:fs/promises";
import { LineCounter, isMap, parseDocument } from "yaml";
import type { Document } from "yaml";
import type * as z from "zod";
import { ToldError, codeOf } from "../../../pipeline/model/errors.js";
import { inBoth } from "../../../pipeline/model/finding.js";
import type { Bilingual } from "../../../pipeline/model/finding.js";
import { sitesFile } from "./schema.js";
import type { SitesFile } from "./schema.js";

/** `sites.yaml` is not what it should be: says where, by line and column, and what was expected. */
export class WrongSites extends ToldError {
  override readonly name = "WrongSites";
  override readonly exitCode = 2;
}

/**
 * Reads `sites.yaml`.
 *
 * @throws WrongSites where it cannot be read, is no YAML, or says what it may not
 */
export async function readSites(path: string): Promise<SitesFile> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    const code = codeOf(cause) ?? String(cause);
    const says = { en: `${path} cannot be read (${code})`, zh: `无法读取 ${path}（${code}）` };
    throw new WrongSites(says, { cause });
  }
  return parseSites(text, path);
}

/** @throws WrongSites */
export function parseSites(text: string, path: string): SitesFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined)
    throw wrong([faultAt(placeOf(lines, broken.pos[0]), path, inBoth(broken.message))]);
  const parsed = sitesFile.safeParse(document.toJS());
  const issues = parsed.success ? twice(parsed.data) : parsed.error.issues;
  if (parsed.success && issues.length === 0) return parsed.data;
  throw wrong(
    issues.map((issue) =>
      faultAt(placeOf(lines, offsetOf(document, issue.path)), path, inBoth(saidOf(issue))),
    ),
  );
}

/**
 * Checks what is said of sites elsewhere than in a file.
 *
 * @throws WrongSites
 */
export function checkSites(said: unknown): SitesFile {
  const parsed = sitesFile.safeParse(said);
  if (parsed.success) return parsed.data;
  throw wrong(parsed.error.issues.map((issue) => inBoth(saidOf(issue))));
}

type Issue = Pick<z.core.$ZodIssue, "path" | "message">;

/** Sites under one name would share what is known of them. */
function twice({ sites }: SitesFile): readonly Issue[] {
  return sites.flatMap(({ name }, at) =>
    sites.findIndex((other) => other.name === name) < at
      ? [
          {
            path: ["sites", at, "name"],
            message: `expected another name than ${name}, which is taken`,
          },
        ]
      : [],
  );
}

function saidOf({ path, message }: Issue): string {
  const name = path.filter((part) => typeof part === "string").join(".");
  return name === "" ? message : `${name}: ${message}`;
}

/** Where a value of the file begins; of one that is not there, where what should hold it begins. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const keys = path.slice(0, length);
    const node = document.getIn(keys, true);
    if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range))
      return Number(node.range[0]);
  }
  return isMap(document.contents) ? (document.contents.range?.[0] ?? 0) : 0;
}

interface At {
  readonly line: number;
  readonly column: number;
}

function placeOf(lines: LineCounter, offset: number): At {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function faultAt(
  { line, column }: At,
  path: string,
  { en, zh }: Bilingual<string>,
): Bilingual<string> {
  return {
    en: `${path}, line ${line}, column ${column}: ${en}`,
    zh: `${path} 第 ${line} 行第 ${column} 列：${zh}`,
  };
}

function wrong(faults: readonly Bilingual<string>[]): WrongSites {
  return new WrongSites({
    en: faults.map(({ en }) => en).join("\n"),
    zh: faults.map(({ zh }) => zh).join("\n"),
  });
}
