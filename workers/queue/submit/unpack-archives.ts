import { open, readFile } from "node:fs/promises";
import { UnreadableSource, isArchive, isPdf, mayHoldFiles, planOcr } from "../../../index.js";
import type { Member, Source } from "../../../index.js";
import { unreadableCode } from "../../../pipeline/model/error-codes.js";
import { DEFAULT_LIMITS, openPool } from "../../pool/pool.js";
import type { Pool } from "../../pool/pool.js";
import type { ToRead } from "../../pool/protocol.js";
import { whyFailed } from "../../pool/summary.js";

/** A process that unpacks archives, started with the first of them. */
export interface Unpacker {
  readonly unpack: (
    archive: ToRead,
  ) => Promise<
    | { readonly members: readonly Member[] }
    | { readonly source: Source; readonly error: UnreadableSource }
  >;
  /** The files that hang on a PDF. */
  readonly attached: (pdf: ToRead) => Promise<readonly Member[]>;
  readonly close: () => Promise<void>;
}

/** Unpacks in a process of its own, as `extract` does, so that nobody's archive brings this one down. */
export function openUnpacker(reader: URL): Unpacker {
  let pool: Promise<Pool> | undefined;
  const opened = () => (pool ??= poolFor(reader));
  return {
    unpack: async (archive) => {
      const read = await (await opened()).readOrUnpack(archive);
      if ("members" in read) return read;
      const { error_code, ...told } = read.summary.document;
      const code = unreadableCode(error_code);
      return { source: archive.source, error: new UnreadableSource(code, whyFailed(told)) };
    },
    attached: async (pdf) => (await opened()).attached(pdf),
    close: async () => (await pool)?.close(),
  };
}

async function poolFor(reader: URL): Promise<Pool> {
  const plan = { ...(await planOcr({ mode: "never" })), limits: DEFAULT_LIMITS };
  return openPool({ concurrency: 1, plan, reader });
}

/** The bytes of a PDF that may hold files; undefined for anything else. */
export async function holderIn(
  opened: { readonly bytes: Uint8Array } | { readonly path: string },
): Promise<Uint8Array | undefined> {
  if ("path" in opened && !isPdf(await headOf(opened.path))) return undefined;
  const bytes = "bytes" in opened ? opened.bytes : await readFile(opened.path);
  return mayHoldFiles(bytes) ? bytes : undefined;
}

/** As many bytes as tell an archive from most documents. */
const HEAD = 512;

/** The bytes of an archive; undefined for anything else, which is not read whole for it. */
export async function archiveIn(
  opened: { readonly bytes: Uint8Array } | { readonly path: string },
): Promise<Uint8Array | undefined> {
  if ("bytes" in opened) return isArchive(opened.bytes) ? opened.bytes : undefined;
  if (!isArchive(await headOf(opened.path))) return undefined;
  const bytes = await readFile(opened.path);
  return isArchive(bytes) ? bytes : undefined;
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
