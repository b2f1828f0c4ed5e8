import { crc32 } from "node:zlib";
import sevenZip from "7z-wasm";
import {
  DAMAGED_MEMBER,
  damagedArchive,
  encryptedArchive,
  isPassedOver,
  refusalOf,
} from "./member.js";
import type { Budget, Listed } from "./member.js";
import type { Unpacked } from "./zip.js";

/** A file as 7-Zip lists it. */
interface Entry extends Listed {
  readonly size: number;
  /** Undefined where the archive has none. */
  readonly crc: number | undefined;
}

/** What 7-Zip is told of the format. */
const NAMES = { "7z": "/archive.7z", rar: "/archive.rar" } as const;
const OUT = "/out";
/** The exit code for what is odd but was done. */
const WARNING = 1;
/** Asks for nothing, prints names in UTF-8 and no progress; an empty password is taken for none. */
const QUIET = ["-y", "-p", "-sccUTF-8", "-bsp0", "-spd"];

/**
 * The members of a 7z or a RAR. 7-Zip runs in WebAssembly, on a file system in memory: nothing of it reaches the disk.
 *
 * @throws UnreadableSource `damaged`, `encrypted` where its list cannot be read; `too_large`
 */
export async function unpack7z(
  kind: keyof typeof NAMES,
  bytes: Uint8Array,
  budget: Budget,
): Promise<readonly Unpacked[]> {
  const archive = NAMES[kind];
  const printed: string[] = [];
  const print = (line: string) => printed.push(line);
  const module = await sevenZip.default({ print, printErr: print });
  module.FS.writeFile(archive, bytes);
  const run = (args: readonly string[]) => {
    printed.length = 0;
    return codeOf(() => module.callMain([...args]));
  };
  if (run(["l", "-slt", "-ba", ...QUIET, archive]) > WARNING)
    throw hasEncryptedList(bytes) || printed.some((line) => /password|encrypted/iu.test(line))
      ? encryptedArchive()
      : damagedArchive();
  const entries = entriesIn(printed).filter((entry) => !isPassedOver(entry));
  for (const { size } of entries) {
    budget.takeMember();
    budget.takeBytes(size);
  }
  run(["x", ...QUIET, `-o${OUT}`, archive]);
  return entries.map((entry) => {
    const { path } = entry;
    const failure = refusalOf(entry);
    if (failure !== undefined) return { path, failure };
    const found = fileAt(module.FS, `${OUT}/${path}`);
    const isWhole = found?.length === entry.size && (entry.crc ?? crc32(found)) === crc32(found);
    return found !== undefined && isWhole
      ? { path, bytes: found }
      : { path, failure: DAMAGED_MEMBER };
  });
}

const AES = Buffer.from([0x06, 0xf1, 0x07, 0x01]);
const ENCODED_HEADER = 0x17;
const START_HEADER = 32;

/** Whether the list of a 7z is encrypted: that is no finding of 7-Zip, which may fail over what it decrypts to. */
function hasEncryptedList(bytes: Uint8Array): boolean {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (archive.length < START_HEADER) return false;
  const from = START_HEADER + Number(archive.readBigUInt64LE(12));
  const list = archive.subarray(from, from + Number(archive.readBigUInt64LE(20)));
  return list[0] === ENCODED_HEADER && list.includes(AES);
}

/** The exit code for what could not be done. */
const FAILED = 2;

/** How a command of 7-Zip ended: the runtime throws its exit code, or the address of an exception of C++. */
function codeOf(call: () => unknown): number {
  const { exitCode } = process;
  try {
    const code = call();
    return typeof code === "number" ? code : 0;
  } catch (error) {
    if (typeof error === "object" && error !== null && "status" in error)
      return Number(error.status);
    if (typeof error === "number") return FAILED;
    throw damagedArchive(error);
  } finally {
    // The runtime would have the whole process end with the code of the command.
    process.exitCode = exitCode;
  }
}

/** The blocks of `7z l -slt`: a line `Name = value` for each property, a blank line after each file. */
function entriesIn(lines: readonly string[]): readonly Entry[] {
  const blocks: Map<string, string>[] = [];
  for (const line of lines) {
    const [, name = "", value = ""] = /^([A-Z][A-Za-z ]*) = ?(.*)$/u.exec(line) ?? [];
    if (name === "Path") blocks.push(new Map());
    if (name !== "") blocks.at(-1)?.set(name, value);
  }
  return blocks.map(entryOf);
}

function entryOf(block: ReadonlyMap<string, string>): Entry {
  const of = (name: string) => block.get(name) ?? "";
  const attributes = of("Attributes");
  const crc = of("CRC");
  return {
    path: of("Path").replaceAll("\\", "/"),
    isFolder: attributes.startsWith("D") || of("Folder") === "+",
    // As Windows and as Unix note it.
    isLink: /^[A-Z]*L|(?:^| )l[r-][w-]/u.test(attributes) || of("Symbolic Link") !== "",
    isEncrypted: of("Encrypted") === "+",
    size: Number(of("Size")),
    crc: crc === "" ? undefined : Number.parseInt(crc, 16),
  };
}

interface Files {
  readonly lstat: (path: string) => { readonly mode: number };
  readonly isFile: (mode: number) => boolean;
  readonly readFile: (path: string, options: { readonly encoding: "binary" }) => unknown;
}

/** The bytes of a regular file; undefined where it was not unpacked. */
function fileAt(files: Files, path: string): Uint8Array | undefined {
  try {
    if (!files.isFile(files.lstat(path).mode)) return undefined;
    const bytes = files.readFile(path, { encoding: "binary" });
    return bytes instanceof Uint8Array ? bytes : undefined;
  } catch (error) {
    // The file system in memory throws objects of its own.
    if (typeof error === "object" && error !== null && "errno" in error) return undefined;
    throw error;
  }
}
