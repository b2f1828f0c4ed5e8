import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { openFileStore } from "./file-store.js";
import { NoSuchStore } from "./store.js";
import type { Store } from "./store.js";

/**
 * Opens the store at an address: a folder (`file:///PATH`, `file:PATH` or PATH itself), which is made
 * where there is none, or a bucket (`s3://BUCKET/PREFIX?endpoint=URL&region=NAME`).
 *
 * @throws NoSuchStore where the address names none, or one that must not be used
 * @throws StoreUnavailable where it does not answer now
 */
export async function openStore(address: string): Promise<Store> {
  const folder = storeFolder(address);
  if (folder !== undefined) return openFileStore(folder);
  const scheme = schemeOf(address);
  if (scheme !== "s3")
    throw new NoSuchStore({
      en: `A store at ${scheme}: is not known. Give a folder (file:///PATH or PATH), or a bucket (s3://BUCKET/PREFIX).`,
      zh: `不支持 ${scheme}: 的存储。请给出文件夹（file:///PATH 或 PATH）或存储桶（s3://BUCKET/PREFIX）。`,
    });
  // The client takes half a second to load, and folders do not need it.
  const { openS3Store } = await import("./s3-store.js");
  return openS3Store(address);
}

/**
 * The folder that the address of a store names; undefined where it names something else.
 *
 * @throws NoSuchStore
 */
export function storeFolder(address: string): string | undefined {
  const scheme = schemeOf(address);
  if (scheme === undefined) return resolve(address);
  return scheme === "file" ? pathIn(address) : undefined;
}

function schemeOf(address: string): string | undefined {
  return SCHEME.exec(address)?.[1]?.toLowerCase();
}

/** One letter is a drive of Windows, not a scheme. */
const SCHEME = /^([a-z][a-z0-9+.-]+):/iu;

function pathIn(address: string): string {
  const rest = address.slice("file:".length);
  try {
    const url = new URL(rest.startsWith("/") ? address : `./${rest}`, pathToFileURL("./"));
    if (url.search === "" && url.hash === "" && rest !== "") return fileURLToPath(url);
  } catch (cause) {
    throw noPath(address, cause);
  }
  throw noPath(address);
}

function noPath(address: string, cause?: unknown): NoSuchStore {
  return new NoSuchStore(
    {
      en: `${address} is no address of a folder; it looks like file:///PATH. Write "%", "?" and "#" in a path as %25, %3F and %23, or give the path alone.`,
      zh: `${address} 不是文件夹的地址。地址形如 file:///PATH，路径中的 "%"、"?"、"#" 要写成 %25、%3F、%23；也可只给路径。`,
    },
    { cause },
  );
}
