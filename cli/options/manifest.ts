import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { Option } from "commander";
import { parse } from "csv-parse/sync";
import * as z from "zod";
import type { Origin } from "../../index.js";
import { codeOf, saidBy } from "../../pipeline/model/errors.js";
import type { Bilingual, Language } from "../../pipeline/model/finding.js";
import type { Input as FileInput } from "../../workers/local/open-input.js";
import { publicAddress } from "../../workers/web/masked.js";
import { UsageError } from "../terminal/terminal.js";
import type { Terminal } from "../terminal/terminal.js";
import { textOfBytes } from "./text-of-bytes.js";

/** What a manifest says of one input. */
type Told = Partial<Pick<Origin, "source_url" | "retrieved_at" | "issuer" | "region" | "note">>;

/** A line of a manifest. */
interface Row {
  readonly line: number;
  readonly path: string;
  readonly told: Told;
}

/** An input that a manifest can speak of: a file, or an address. */
type Input = FileInput | { readonly url: string; readonly found?: Partial<Origin> };

const COLUMNS = ["path", "url", "retrieved_at", "issuer", "region", "note"] as const;

const HELP = {
  en: `a CSV file that says where files come from: ${COLUMNS.join(", ")}`,
  zh: `说明文件来源的 CSV 文件，列为 ${COLUMNS.join("、")}`,
};

/** The option that names a manifest, for commands that take inputs. */
export function manifestOption(language: Language): Option {
  return new Option("--manifest <file>", HELP[language]);
}

/**
 * The inputs with what a manifest says of each. A line is about the input at its path, from the manifest's
 * folder, else from where the command runs, else within what was given; or about the address that it
 * repeats. Lines about none of the inputs are told.
 *
 * @throws UsageError where the manifest cannot be read, or says two things of one input
 */
export async function withManifest<I extends Input>(
  inputs: readonly I[],
  manifest: string | undefined,
  { stderr, language }: Terminal,
): Promise<readonly I[]> {
  if (manifest === undefined) return inputs;
  const rows = parseRows(manifest, await bytesOf(manifest));
  const told = new Map<Input, Row>();
  const unused: Row[] = [];
  const find = finder(inputs, dirname(manifest));
  for (const row of rows) {
    const input = find(row, manifest);
    const before = input && told.get(input);
    if (before !== undefined) throw wrongLine(manifest, row.line, twice(before.line));
    if (input === undefined) unused.push(row);
    else told.set(input, row);
  }
  if (unused.length > 0) stderr.write(`${notGiven(manifest, unused)[language]}\n`);
  return inputs.map((input) => ({ ...input, found: { ...input.found, ...told.get(input)?.told } }));
}

/** Finds the input that a line is about. */
function finder<I extends Input>(inputs: readonly I[], folder: string) {
  const byPlace = new Map<string, I>();
  const within = new Map<string, I[]>();
  for (const input of inputs) {
    byPlace.set("url" in input ? input.url : resolve(input.path), input);
    const path = "url" in input ? undefined : (input.found?.path ?? input.fileName);
    if (path !== undefined) within.set(path, [...(within.get(path) ?? []), input]);
  }
  return ({ path, line }: Row, manifest: string): I | undefined => {
    const placed = byPlace.get(path) ?? byPlace.get(resolve(folder, path));
    const found = placed ?? byPlace.get(resolve(path));
    if (found !== undefined) return found;
    const [first, ...others] = within.get(path.replace(/^\.\//u, "")) ?? [];
    if (others.length > 0) throw wrongLine(manifest, line, ambiguous(path, others.length + 1));
    return first;
  };
}

async function bytesOf(manifest: string): Promise<Uint8Array> {
  try {
    return await readFile(manifest);
  } catch (cause) {
    const code = codeOf(cause) ?? String(cause);
    throw new UsageError(
      {
        en: `the manifest ${manifest} cannot be read (${code})`,
        zh: `无法读取清单 ${manifest}（${code}）`,
      },
      { cause },
    );
  }
}

function parseRows(manifest: string, bytes: Uint8Array): readonly Row[] {
  const [header = [], ...body] = recordsIn(manifest, textOfBytes(bytes));
  const names = header.map((name) => name.trim());
  const unknown = names.filter((name) => !COLUMNS.some((column) => column === name));
  if (!names.includes("path") || unknown.length > 0 || new Set(names).size < names.length)
    throw wrongLine(manifest, 1, columnsWanted(unknown));
  return body.map((values, index) => {
    const cells = new Map(names.map((name, at) => [name, values[at]?.trim() ?? ""]));
    // A record may take several lines; its number is what a spreadsheet shows.
    return rowOf(manifest, index + 2, cells);
  });
}

function recordsIn(manifest: string, text: string): readonly (readonly string[])[] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, relax_column_count_less: true });
  } catch (cause) {
    const { en, zh } = saidBy(cause);
    throw new UsageError(
      { en: `${manifest} is no CSV: ${en}`, zh: `${manifest} 不是 CSV：${zh}` },
      { cause },
    );
  }
}

function rowOf(manifest: string, line: number, cells: ReadonlyMap<string, string>): Row {
  const of = (column: (typeof COLUMNS)[number]) => cells.get(column) ?? "";
  const path = of("path");
  if (path === "") throw wrongLine(manifest, line, NO_PATH);
  const url = of("url");
  if (url !== "" && !URL.canParse(url)) throw wrongLine(manifest, line, noAddress(url));
  const time = of("retrieved_at");
  const retrieved = time === "" ? null : z.iso.datetime({ offset: true }).safeParse(time).data;
  if (retrieved === undefined) throw wrongLine(manifest, line, noTime(time));
  const stated = {
    ...(url === "" ? {} : { source_url: publicAddress(url) }),
    ...(retrieved === null ? {} : { retrieved_at: new Date(retrieved).toISOString() }),
  };
  const words = (["issuer", "region", "note"] as const).flatMap((column) =>
    of(column) === "" ? [] : [[column, of(column)] as const],
  );
  return { line, path, told: { ...stated, ...Object.fromEntries(words) } };
}

function wrongLine(manifest: string, line: number, { en, zh }: Bilingual<string>): UsageError {
  return new UsageError({
    en: `${manifest}, row ${line}: ${en}`,
    zh: `${manifest} 第 ${line} 行：${zh}`,
  });
}

const NO_PATH = { en: "it has no path", zh: "没有 path" };

function columnsWanted(unknown: readonly string[]): Bilingual<string> {
  const wanted = COLUMNS.join(",");
  const found = unknown.length === 0 ? { en: "", zh: "" } : foundInstead(unknown.join(", "));
  return {
    en: `the header is of path and any of ${wanted}, each once${found.en}`,
    zh: `表头须有 path，其余可用 ${wanted}，各一次${found.zh}`,
  };
}

function foundInstead(names: string): Bilingual<string> {
  return { en: `; it has ${names}`, zh: `；现有 ${names}` };
}

function noAddress(url: string): Bilingual<string> {
  return { en: `url is no address: ${url}`, zh: `url 不是网址：${url}` };
}

function noTime(time: string): Bilingual<string> {
  return {
    en: `retrieved_at is no time with its zone, such as 2024-03-01T08:30:00+08:00: ${time}`,
    zh: `retrieved_at 须为带时区的时间，如 2024-03-01T08:30:00+08:00：${time}`,
  };
}

function twice(line: number): Bilingual<string> {
  return { en: `row ${line} is about the same input`, zh: `第 ${line} 行说的是同一文件` };
}

function ambiguous(path: string, count: number): Bilingual<string> {
  return {
    en: `${path} may be any of ${count} inputs; give it from the folder of the manifest`,
    zh: `${path} 可指 ${count} 个文件，请写相对于清单所在文件夹的路径`,
  };
}

function notGiven(manifest: string, rows: readonly Row[]): Bilingual<string> {
  const count = rows.length;
  const first = rows[0]?.path ?? "";
  return {
    en: `warning: ${count} rows of ${manifest} are about no file that was given, such as ${first}`,
    zh: `警告：${manifest} 中有 ${count} 行不对应任何给出的文件，如 ${first}`,
  };
}
