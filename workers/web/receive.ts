import { createHash } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { codeOf } from "../../pipeline/model/errors.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { SourceRefused, UnwritableScratch } from "./errors.js";

/** A file that was received, and what its bytes are. */
export interface Received {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Where bytes are written, and how many of them are taken. */
export interface Into {
  readonly path: string;
  readonly mostBytes: number;
}

/**
 * Writes bytes to a file as they come, over what stood there, and hashes them on the way: one chunk is
 * in memory at a time. Leaves off at the first chunk beyond the limit, whatever length was announced,
 * and leaves no part of it behind.
 *
 * @throws SourceRefused beyond the limit
 * @throws UnwritableScratch
 */
export async function receive(
  chunks: AsyncIterable<Uint8Array>,
  { path, mostBytes }: Into,
): Promise<Received> {
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await onDisk(path, () => open(path, "w", 0o600));
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw tooLarge("more", mostBytes);
      hash.update(chunk);
      await onDisk(path, () => file.writeFile(chunk));
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return { path, sha256: hash.digest("hex"), bytes };
}

/** The refusal of a document whose length was announced, or seen to be more than the limit. */
export function tooLarge(bytes: number | "more", mostBytes: number): SourceRefused {
  const most = mostBytes / MEGABYTE;
  const has =
    bytes === "more"
      ? { en: `more than ${most} MB`, zh: `超过 ${most} MB` }
      : sizeOf(Math.ceil(bytes / MEGABYTE), bytes);
  return new SourceRefused({
    en: `It has ${has.en}, and --max-size takes ${most} MB at most. Give a larger --max-size, or submit a file that you fetched yourself.`,
    zh: `文件${has.zh}，而 --max-size 最多允许 ${most} MB。请给出更大的 --max-size，或自行下载后提交文件。`,
  });
}

function sizeOf(megabytes: number, bytes: number): Bilingual<string> {
  return { en: `${megabytes} MB (${bytes} bytes)`, zh: `有 ${megabytes} MB（${bytes} 字节）` };
}

/** The unit of `--max-size`, in bytes. */
export const MEGABYTE = 1024 * 1024;

async function onDisk<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    const why = codeOf(cause) ?? String(cause);
    throw new UnwritableScratch(
      {
        en: `${path} cannot be written (${why}). Make room there, or name another temporary folder in TMPDIR, and run the same command again. It goes on where it was.`,
        zh: `无法写入 ${path}（${why}）。请腾出空间，或用 TMPDIR 指定其他临时文件夹，然后再次运行同一命令，它会接着做。`,
      },
      { cause },
    );
  }
}
