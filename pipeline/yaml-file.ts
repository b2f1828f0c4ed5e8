import { LineCounter, isMap, parseDocument } from "yaml";
import type { Document } from "yaml";
import type * as z from "zod";
import type { Bilingual } from "./model/finding.js";
import { inBoth } from "./model/finding.js";

/** What is wrong with a value of a file. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly says: Bilingual<string>;
}

/** What a file of YAML holds. */
export interface YamlForm<T> {
  /** Named in faults. */
  readonly path: string;
  readonly schema: z.ZodType<T>;
  /** What else may be wrong with what fits the schema. */
  readonly faultsIn: (value: T) => readonly Fault[];
}

/** What was read; else every fault on a line of its own, with line and column. */
type Parsed<T> = { readonly value: T } | { readonly faults: Bilingual<string> };

/** Reads the text of a file that a user wrote. */
export function parseYaml<T>(text: string, { path, schema, faultsIn }: YamlForm<T>): Parsed<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const told = (offset: number, says: Bilingual<string>) => faultAt(lines, offset, { path, says });
  const [broken] = document.errors;
  if (broken !== undefined) return faulty([told(broken.pos[0], inBoth(broken.message))]);
  const parsed = schema.safeParse(document.toJS());
  const faults = parsed.success ? faultsIn(parsed.data) : faultsOf(parsed.error);
  if (parsed.success && faults.length === 0) return { value: parsed.data };
  return faulty(faults.map((fault) => told(offsetOf(document, fault.path), fault.says)));
}

/** The faults that a schema finds in a value. */
export function faultsOf({ issues }: z.ZodError): readonly Fault[] {
  return issues.map(({ path, message }) => {
    const name = path.filter((part) => typeof part === "string").join(".");
    return { path, says: inBoth(name === "" ? message : `${name}: ${message}`) };
  });
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

function faultAt(
  lines: LineCounter,
  offset: number,
  { path, says }: { readonly path: string; readonly says: Bilingual<string> },
): Bilingual<string> {
  const { line, col } = lines.linePos(offset);
  return {
    en: `${path}, line ${line}, column ${col}: ${says.en}`,
    zh: `${path} 第 ${line} 行第 ${col} 列：${says.zh}`,
  };
}

const faulty = (faults: readonly Bilingual<string>[]) => ({ faults: together(faults) });

/** Each on a line of its own. */
export function together(all: readonly Bilingual<string>[]): Bilingual<string> {
  return { en: all.map(({ en }) => en).join("\n"), zh: all.map(({ zh }) => zh).join("\n") };
}
