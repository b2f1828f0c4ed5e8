import { buffer } from "node:stream/consumers";
import { constants, gunzipSync } from "node:zlib";
import { extract } from "tar-stream";
import type { Header } from "tar-stream";
import { codeOf } from "../../pipeline/model/errors.js";
import { damagedArchive, isPassedOver, nameOf, refusalOf, tooMuch } from "./member.js";
import type { Budget, Listed } from "./member.js";
import type { Unpacked } from "./zip.js";

/** Names are kept as bytes, a character each: those of old archives are GBK. */
const OPTIONS = { filenameEncoding: "latin1", highWaterMark: 1 << 16 };

/**
 * The members of a TAR.
 *
 * @throws UnreadableSource `damaged`, `too_large`
 */
export async function untar(bytes: Uint8Array, budget: Budget): Promise<readonly Unpacked[]> {
  const members: Unpacked[] = [];
  const tar = extract(OPTIONS);
  tar.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  try {
    for await (const entry of tar) {
      const listed = listedOf(entry.header);
      const failure = refusalOf(listed);
      const content = failure === undefined ? await buffer(entry) : undefined;
      if (content === undefined) entry.resume();
      if (isPassedOver(listed)) continue;
      budget.takeMember();
      budget.takeBytes(content?.length ?? 0);
      const { path } = listed;
      if (content !== undefined) members.push({ path, bytes: content });
      else if (failure !== undefined) members.push({ path, failure });
    }
  } catch (error) {
    throw isOfTar(error) ? damagedArchive(error) : error;
  }
  return members;
}

const FILES: ReadonlySet<unknown> = new Set(["file", "contiguous-file"]);

function listedOf(header: Header): Listed {
  const { name, pax, type } = header;
  // Names that stand in the headers of pax are UTF-8 and decoded already; others are bytes.
  const named = isOfPax(pax) ? name : nameOf(Buffer.from(name, "latin1"));
  const path = named.replaceAll("\\", "/");
  const isFolder = type === "directory";
  return { path, isFolder, isLink: !isFolder && !FILES.has(type), isEncrypted: false };
}

function isOfPax(pax: unknown): boolean {
  return typeof pax === "object" && pax !== null && "path" in pax;
}

function isOfTar(error: unknown): boolean {
  return error instanceof Error && /tar|header|unexpected end|checksum/iu.test(error.message);
}

/** What is packed in a gzip, and the name that it had. */
export interface Gunzipped {
  readonly bytes: Uint8Array;
  readonly name: string | undefined;
}

/** @throws UnreadableSource `damaged`, `too_large` */
export function gunzip(bytes: Uint8Array, budget: Budget): Gunzipped {
  const maxOutputLength = Math.max(1, budget.bytesLeft());
  try {
    const unpacked = gunzipSync(bytes, { maxOutputLength, finishFlush: constants.Z_FINISH });
    return { bytes: unpacked, name: nameIn(bytes) };
  } catch (error) {
    throw codeOf(error) === "ERR_BUFFER_TOO_LARGE"
      ? tooMuch(maxOutputLength)
      : damagedArchive(error);
  }
}

const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HEADER = 10;

/** The name in the header of a gzip (RFC 1952). */
function nameIn(bytes: Uint8Array): string | undefined {
  const flags = bytes[3] ?? 0;
  if ((flags & HAS_NAME) === 0) return undefined;
  const extra = (flags & HAS_EXTRA) === 0 ? 0 : 2 + (bytes[10] ?? 0) + 256 * (bytes[11] ?? 0);
  const from = HEADER + extra;
  const name = nameOf(bytes.subarray(from, bytes.indexOf(0, from)));
  return name === "" ? undefined : name;
}
