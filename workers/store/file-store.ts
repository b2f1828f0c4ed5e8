import { createWriteStream } from "node:fs";
import { access, constants, open, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { byCodeUnit } from "../../pipeline/dataset/order.js";
import { DOING } from "./doing.js";
import type { Doing } from "./doing.js";
import { fileFault, isNotThere, isSystemError } from "./file-faults.js";
import { INCOMING, makeFolder, openIncoming } from "./incoming.js";
import type { Incoming } from "./incoming.js";
import { checkedKey, checkedPrefix, isName } from "./key-form.js";
import { StoreUnavailable } from "./store.js";
import type { Store } from "./store.js";

/**
 * A store in a folder, which may be shared by several machines. Its keys are the paths of its files.
 * What is being written stands in its hidden folder `.incoming` until it is whole.
 *
 * @throws NoSuchStore where it cannot be a folder, or must not be used
 * @throws StoreUnavailable where its disk does not work now
 */
export async function openFileStore(folder: string): Promise<Store> {
  const root = resolve(folder);
  const address = `file://${root}`;
  const incoming = await guarded({ address, what: DOING.open }, async () => {
    await makeFolder(root);
    const opened = await openIncoming(root);
    await access(root, constants.R_OK | constants.W_OK | constants.X_OK);
    return opened;
  });
  const pathOf = (key: string) => join(root, checkedKey(key));
  const at = { root, address };
  return {
    address,
    put: (key, bytes) => put({ ...at, incoming, key, path: pathOf(key) }, bytes),
    putFile: (key, from) => putFile({ ...at, incoming, key, path: pathOf(key) }, from),
    get: (key) => reading(at, key, () => readFile(pathOf(key))),
    size: (key) => reading(at, key, () => sizeOf(pathOf(key))),
    list: (prefix) => keysUnder(at, checkedPrefix(prefix)),
    remove: (key) =>
      guarded({ address, what: DOING.remove(key) }, () => rm(pathOf(key), { force: true })),
    close: async () => {},
  };
}

interface Root {
  readonly root: string;
  readonly address: string;
}

interface Target extends Root {
  readonly incoming: Incoming;
  readonly key: string;
  readonly path: string;
}

function put(target: Target, bytes: Uint8Array): Promise<void> {
  return writing(target, (path) => writeFile(path, bytes, { flag: "wx", flush: true }));
}

async function putFile(target: Target, from: string): Promise<void> {
  const source = await open(from);
  await writing(target, (path) =>
    pipeline(source.createReadStream(), createWriteStream(path, { flags: "wx", flush: true })),
  );
}

/** What is written under a hidden name is moved to its place when it is whole. */
async function writing(
  { root, address, incoming, key, path }: Target,
  write: (path: string) => Promise<void>,
): Promise<void> {
  try {
    await incoming.receive(path, write);
  } catch (error) {
    if (isNotThere(error)) await assertThere({ root, address });
    throw fileFault(error, { address, what: DOING.write(key) });
  }
}

/** What is read from a file; undefined where there is none. */
async function reading<T>(
  at: Root,
  key: string,
  read: () => Promise<T | undefined>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isNotThere(error)) {
      await assertThere(at);
      return undefined;
    }
    if (isSystemError(error) && error.code === "EISDIR") return undefined;
    throw fileFault(error, { address: at.address, what: DOING.read(key) });
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path);
  return found.isFile() ? found.size : undefined;
}

/** A share that is not mounted looks like an empty store: nothing must be taken for missing then. */
async function assertThere({ root, address }: Root): Promise<void> {
  try {
    await stat(join(root, INCOMING));
  } catch (error) {
    if (!isNotThere(error)) throw fileFault(error, { address, what: DOING.look });
    throw new StoreUnavailable(
      {
        en: `The store ${address} is not there any more: its folder was removed, or the share it is on is not mounted. Bring it back; the work then goes on.`,
        zh: `存储 ${address} 已不在：其文件夹被删除，或所在的共享目录没有挂载。请恢复，之后工作会继续。`,
      },
      { cause: error },
    );
  }
}

/** The keys under a prefix, one folder of them in memory at a time and level. */
async function* keysUnder(at: Root, prefix: string): AsyncGenerator<string> {
  for (const name of await namesIn(at, prefix)) {
    if (name.endsWith("/")) yield* keysUnder(at, `${prefix}${name}`);
    else yield `${prefix}${name}`;
  }
}

/**
 * The names in a folder, those of folders with the `/` that their keys have: sorted so, the keys are
 * in their order too.
 */
async function namesIn(at: Root, prefix: string): Promise<readonly string[]> {
  const entries = await reading(at, prefix, () =>
    readdir(join(at.root, prefix), { withFileTypes: true }),
  );
  const names = (entries ?? []).flatMap((entry) => {
    if (!isName(entry.name)) return [];
    if (entry.isDirectory()) return [`${entry.name}/`];
    return entry.isFile() ? [entry.name] : [];
  });
  return names.toSorted(byCodeUnit);
}

async function guarded<T>(doing: Doing, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileFault(error, doing);
  }
}
