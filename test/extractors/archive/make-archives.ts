import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import sevenZip from "7z-wasm";
import { pack } from "tar-stream";

const quiet = () => undefined;

/** A 7z of what a script puts into the file system of 7-Zip, some of it renamed in the archive. */
export async function sevenZipOf(
  files: Readonly<Record<string, string | Uint8Array | { readonly linkTo: string }>>,
  options: readonly string[] = [],
  renamed: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const module = await sevenZip.default({ print: quiet, printErr: quiet });
  const { FS } = module;
  for (const [path, content] of Object.entries(files)) {
    const [folder] = path.split("/");
    if (folder !== undefined && folder !== path) FS.mkdir(`/${folder}`);
    if (typeof content === "object" && "linkTo" in content) FS.symlink(content.linkTo, `/${path}`);
    else FS.writeFile(`/${path}`, content);
  }
  const names = new Set(Object.keys(files).map((path) => `/${path.split("/")[0] ?? ""}`));
  module.callMain(["a", "-snl", ...options, "/made.7z", ...names]);
  for (const [from, to] of Object.entries(renamed)) module.callMain(["rn", "/made.7z", from, to]);
  const made: unknown = FS.readFile("/made.7z", { encoding: "binary" });
  if (!(made instanceof Uint8Array)) throw new Error("7-Zip wrote nothing.");
  return made;
}

/** A TAR of files and links. */
export async function tarOf(
  entries: readonly {
    readonly name: string;
    readonly text?: string | Buffer;
    readonly linkname?: string;
    readonly type?: "symlink" | "link";
  }[],
): Promise<Uint8Array> {
  const tar = pack();
  for (const { name, text = "", linkname, type = "symlink" } of entries)
    tar.entry(linkname === undefined ? { name } : { name, type, linkname }, text);
  tar.finalize();
  return buffer(tar);
}

/** A RAR (version 3) whose files are stored as they are. */
export function rarOf(files: Readonly<Record<string, string>>): Uint8Array {
  const blocks = Object.entries(files).map(([path, text]) => {
    const name = Buffer.from(path);
    const data = Buffer.from(text);
    const fields = Buffer.alloc(25);
    fields.writeUInt32LE(data.length, 0);
    fields.writeUInt32LE(data.length, 4);
    fields.writeUInt8(UNIX, 8);
    fields.writeUInt32LE(crc32(data), 9);
    fields.writeUInt8(29, 17);
    fields.writeUInt8(STORED, 18);
    fields.writeUInt16LE(name.length, 19);
    fields.writeUInt32LE(0o100_644, 21);
    return Buffer.concat([header(FILE, 0x8000, Buffer.concat([fields, name])), data]);
  });
  const marker = Buffer.from("Rar!\u001a\u0007\u0000", "latin1");
  return Buffer.concat([
    marker,
    header(ARCHIVE, 0, Buffer.alloc(6)),
    ...blocks,
    header(END, 0x4000, Buffer.alloc(0)),
  ]);
}

const [ARCHIVE, FILE, END] = [0x73, 0x74, 0x7b];
const UNIX = 3;
const STORED = 0x30;

/** A block of RAR: the low half of a CRC, type, flags, size, the rest. */
function header(type: number, flags: number, rest: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(type, 0);
  head.writeUInt16LE(flags, 1);
  head.writeUInt16LE(7 + rest.length, 3);
  const crc = Buffer.alloc(2);
  crc.writeUInt16LE(crc32(Buffer.concat([head, rest])) & 0xffff, 0);
  return Buffer.concat([crc, head, rest]);
}

/** A text with each of some ASCII words replaced by bytes of the same length: what other encodings write. */
export function withBytes(made: Uint8Array, word: string, bytes: readonly number[]): Uint8Array {
  const changed = Buffer.from(made);
  for (let at = changed.indexOf(word); at >= 0; at = changed.indexOf(word, at + 1))
    changed.set(bytes, at);
  return changed;
}
