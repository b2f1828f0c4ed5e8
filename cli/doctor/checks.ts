import { statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { loadDuckDb } from "../../exports/duckdb/load.js";
import { bundledModels, checkModels, findLibreOffice, planOcr } from "../../index.js";
import { saidBy } from "../../pipeline/model/errors.js";
import { inBoth } from "../../pipeline/model/finding.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { openStore } from "../../workers/store/open-store.js";
import { withQueues } from "../options/queue-options.js";
import type { Terminal } from "../terminal/terminal.js";

/** What one check of this machine found. */
export interface Checked {
  readonly name: string;
  /** `warning`: something is not there that some documents need; `error`: a part of the program does not work. */
  readonly status: "ok" | "warning" | "error";
  readonly says: Bilingual<string>;
}

/** What is looked at beside the program. */
export interface Wanted {
  readonly redis?: string;
  readonly store?: string;
  /** Where datasets are written. */
  readonly out: string;
}

/** Checks, one after another, what the program needs: those of Redis and the store where one is named. */
export async function* checks(
  { redis, store, out }: Wanted,
  terminal: Terminal,
): AsyncGenerator<Checked> {
  yield nodeVersion();
  yield await attempt("ocr", recognition);
  yield libreOffice();
  yield await attempt("databases", databases);
  for (const folder of new Set([out, tmpdir()])) yield await attempt("disk", () => disk(folder));
  if (redis !== undefined) yield await attempt("redis", () => answers(redis, terminal));
  if (store !== undefined) yield await attempt("store", () => opens(store));
}

type Finds = Omit<Checked, "name">;

/** What goes wrong within a check is what it found. */
async function attempt(name: string, check: () => Promise<Finds>): Promise<Checked> {
  try {
    return { name, ...(await check()) };
  } catch (error) {
    return { name, status: "error", says: saidBy(error) };
  }
}

/** The least that is supported, as package.json has it. */
const NODE = [20, 19] as const;

function nodeVersion(): Checked {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isEnough = major > NODE[0] || (major === NODE[0] && minor >= NODE[1]);
  const least = NODE.join(".");
  return {
    name: "node",
    status: isEnough ? "ok" : "error",
    says: {
      en: `Node.js ${process.versions.node}; ${least} or newer is needed.`,
      zh: `Node.js ${process.versions.node}；需要 ${least} 或更新的版本。`,
    },
  };
}

/** Reads a page of which every character is known, with the models that are used. */
async function recognition(): Promise<Finds> {
  const { models, unusable } = await planOcr({});
  if (unusable !== null) return { status: "error", says: unusable };
  const wrong = await checkModels(models?.files ?? bundledModels());
  const name = models?.name ?? "PP-OCR";
  if (wrong.length === 0)
    return {
      status: "ok",
      says: {
        en: `${name}: pages that are pictures are read.`,
        zh: `${name}：能够识别是图片的页。`,
      },
    };
  return {
    status: "error",
    says: {
      en: `${name}: ${wrong.length} lines of the page by which models are checked were misread.`,
      zh: `${name}：检验模型用的那一页，有 ${wrong.length} 行误读。`,
    },
  };
}

function libreOffice(): Checked {
  const path = findLibreOffice(undefined);
  const says =
    path === undefined
      ? {
          en: "LibreOffice is not found: DOC, RTF and ODT cannot be read. Install it, or name it in GONGKAI_LIBREOFFICE.",
          zh: "没有找到 LibreOffice，不能读取 DOC、RTF、ODT。请安装，或用 GONGKAI_LIBREOFFICE 指定。",
        }
      : inBoth(path);
  return { name: "libreoffice", status: path === undefined ? "warning" : "ok", says };
}

/** The native module that writes Parquet and DuckDB. */
async function databases(): Promise<Finds> {
  const { default: duckdb } = await loadDuckDb();
  return { status: "ok", says: inBoth(`DuckDB ${duckdb.version()}`) };
}

/** Less than this in bytes, and a run of a few thousand documents may fill the disk. Not measured. */
const LEAST_FREE = 2 ** 30;

async function disk(folder: string): Promise<Finds> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const gigabytes = (free / 2 ** 30).toFixed(1);
  return {
    status: free < LEAST_FREE ? "warning" : "ok",
    says: { en: `${folder}: ${gigabytes} GiB free`, zh: `${folder}：可用 ${gigabytes} GiB` },
  };
}

async function answers(redis: string, terminal: Terminal): Promise<Finds> {
  await withQueues(redis, terminal, async () => {});
  return { status: "ok", says: { en: "Redis answers.", zh: "Redis 有应答。" } };
}

async function opens(address: string): Promise<Finds> {
  const store = await openStore(address);
  try {
    for await (const _ of store.list("results/")) break;
    return { status: "ok", says: inBoth(store.address) };
  } finally {
    await store.close();
  }
}
