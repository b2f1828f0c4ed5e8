import { open } from "node:fs/promises";
import { Zip, ZipDeflate } from "fflate";

/** A ZIP file that is written entry after entry; no more than a chunk of it is in memory. */
export interface ZipFile {
  /** Adds an entry, text by text. */
  readonly add: (name: string, texts: AsyncIterable<string> | Iterable<string>) => Promise<void>;
  /** Writes the directory and closes the file. */
  readonly finish: () => Promise<void>;
  /** Closes the file as it is. */
  readonly abandon: () => Promise<void>;
}

/** Texts are compressed in pieces of this many characters. */
const PIECE = 1 << 18;
const LEVEL = 6;
/** ZIP keeps times from 1980; a fixed one gives the same bytes from the same rows. */
const WRITTEN_AT = new Date("1980-01-02T00:00:00");

/** Begins a ZIP file where none is. */
export async function writeZip(path: string): Promise<ZipFile> {
  const handle = await open(path, "wx");
  let waiting: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    waiting.push(bytes);
  });
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    await handle.writeFile(bytes);
  };
  return {
    add: async (name, texts) => {
      const entry = new ZipDeflate(name, { level: LEVEL });
      entry.mtime = WRITTEN_AT;
      zip.add(entry);
      let piece = "";
      for await (const text of texts) {
        piece += text;
        if (piece.length < PIECE) continue;
        entry.push(Buffer.from(piece, "utf8"));
        piece = "";
        await flush();
      }
      entry.push(Buffer.from(piece, "utf8"), true);
      await flush();
    },
    finish: async () => {
      zip.end();
      await flush();
      await handle.close();
    },
    abandon: () => handle.close(),
  };
}
