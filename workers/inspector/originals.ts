import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Stats } from "node:fs";
import { lstat, opendir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { codeOf } from "../../pipeline/model/errors.js";
import type { DocumentHead } from "../../index.js";
import type { Original } from "./shelf.js";

type Sought = Pick<DocumentHead["document"], "sha256" | "bytes">;

/**
 * Finds documents in folders by what is in them: names may have changed, and a file of another hash is
 * another document. The folders are walked once, again after a walk that failed; links are not followed. Files are
 * hashed when one of their size is asked for, again where they changed since.
 */
export function findOriginals(
  folders: readonly string[],
): (sought: Sought) => Promise<Original | undefined> {
  let walked: Promise<PathsBySize> | undefined;
  const hashes = new Map<string, Hashed>();
  return async ({ sha256, bytes }) => {
    if (bytes === null) return undefined;
    walked ??= pathsBySize(folders);
    let paths: PathsBySize;
    try {
      paths = await walked;
    } catch (error) {
      walked = undefined;
      throw error;
    }
    for (const path of paths.get(bytes) ?? [])
      if ((await hashAt(path, hashes)) === sha256) return { path };
    return undefined;
  };
}

type PathsBySize = ReadonlyMap<number, readonly string[]>;

async function pathsBySize(folders: readonly string[]): Promise<PathsBySize> {
  const bySize = new Map<number, string[]>();
  for (const folder of folders)
    for await (const entry of await opendir(folder, { recursive: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const size = (await found(path))?.size;
      if (size === undefined) continue;
      const others = bySize.get(size);
      if (others === undefined) bySize.set(size, [path]);
      else others.push(path);
    }
  return bySize;
}

/** The hash of a file as it was at a time. */
interface Hashed {
  readonly changed: number;
  readonly hash: string;
}

async function hashAt(path: string, hashes: Map<string, Hashed>): Promise<string | undefined> {
  const changed = (await found(path))?.mtimeMs;
  if (changed === undefined) return undefined;
  const before = hashes.get(path);
  if (before?.changed === changed) return before.hash;
  const hash = await hashOf(path);
  hashes.set(path, { changed, hash });
  return hash;
}

/** What is known of a file itself, not of what a link leads to; undefined where it is gone. */
async function found(path: string): Promise<Stats | undefined> {
  try {
    const stats = await lstat(path);
    return stats.isFile() ? stats : undefined;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
