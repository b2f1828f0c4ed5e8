import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import yauzl from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import { DAMAGED_MEMBER, damagedArchive, isPassedOver, nameOf, refusalOf } from "./member.js";
import type { Budget, Listed, MemberFailure } from "./member.js";

/** A member as its archive gives it: under its path there. */
export type Unpacked = { readonly path: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly failure: MemberFailure }
);

/** Names come as bytes: those that Chinese Windows packs are GBK, and say so nowhere. */
const OPTIONS = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true } as const;

/**
 * The members of a ZIP.
 *
 * @throws UnreadableSource `damaged` where its list cannot be read; `too_large`
 */
export async function unzip(bytes: Uint8Array, budget: Budget): Promise<readonly Unpacked[]> {
  const members: Unpacked[] = [];
  const zip = await opened(bytes);
  for await (const entry of entriesOf(zip)) {
    const listed = listedOf(entry);
    if (isPassedOver(listed)) continue;
    budget.takeMember();
    const failure = refusalOf(listed);
    const { path } = listed;
    members.push(failure === undefined ? await read(zip, entry, budget) : { path, failure });
  }
  return members;
}

async function opened(bytes: Uint8Array): Promise<ZipFile> {
  try {
    return await yauzl.fromBufferPromise(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      OPTIONS,
    );
  } catch (cause) {
    throw damagedArchive(cause);
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry();
  for (;;) {
    const next = await entries.next().catch((cause: unknown) => {
      throw damagedArchive(cause);
    });
    if (next.done === true) return;
    yield next.value;
  }
}

const UTF8_FLAG = 0x800;
/** The extra field of Info-ZIP that repeats a name in UTF-8. */
const UNICODE_PATH = 0x7075;
const UNIX = 3;
const FILE_TYPE = 0xf000;
const SYMBOLIC_LINK = 0xa000;

function listedOf(entry: Entry): Listed {
  const path = pathOf(entry).replaceAll("\\", "/");
  const mode = entry.externalFileAttributes >>> 16;
  return {
    path,
    isFolder: path.endsWith("/"),
    isLink: entry.versionMadeBy >> 8 === UNIX && (mode & FILE_TYPE) === SYMBOLIC_LINK,
    isEncrypted: entry.isEncrypted(),
  };
}

function pathOf(entry: Entry): string {
  const { fileNameRaw: raw, generalPurposeBitFlag: flags, extraFields } = entry;
  const repeated = extraFields.some(({ id }) => id === UNICODE_PATH);
  if (!repeated) return nameOf(raw);
  const utf8 = yauzl.getFileNameLowLevel(flags | UTF8_FLAG, raw, extraFields, false);
  return utf8.includes("\ufffd") ? nameOf(raw) : utf8;
}

/** One that is not what was packed fails alone. */
async function read(zip: ZipFile, entry: Entry, budget: Budget): Promise<Unpacked> {
  const { path } = listedOf(entry);
  // Declared sizes are kept to: a stream that gives more fails.
  budget.takeBytes(entry.uncompressedSize);
  try {
    const bytes = await buffer(await zip.openReadStreamPromise(entry));
    return crc32(bytes) === entry.crc32 ? { path, bytes } : { path, failure: DAMAGED_MEMBER };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { path, failure: DAMAGED_MEMBER };
  }
}
