import type { Store } from "../store/store.js";

const NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/u;

/** A dataset cannot be called so; the message says what its name may be. */
export class UnusableDatasetName extends Error {
  override readonly name = "UnusableDatasetName";
}

/** The store holds no such dataset; the message says which it holds. */
export class NoSuchDataset extends Error {
  override readonly name = "NoSuchDataset";
}

/**
 * The name, where a dataset can be called so: it is a folder of the store, on any system.
 *
 * @throws UnusableDatasetName
 */
export function datasetName(name: string): string {
  if (NAME.test(name)) return name;
  throw new UnusableDatasetName(
    `A dataset cannot be called ${JSON.stringify(name)}: give 1 to 64 of a-z, 0-9, ".", "_" and "-", beginning with a letter or digit.`,
  );
}

/** What the keys of a dataset's names begin with. */
export function namesPrefix(dataset: string): string {
  return `datasets/${datasetName(dataset)}/names/`;
}

/** The datasets that a store holds, sorted. */
export async function datasetsOf(store: Store): Promise<readonly string[]> {
  const names = new Set<string>();
  for await (const key of store.list("datasets/")) {
    const [, name] = key.split("/");
    if (name !== undefined) names.add(name);
  }
  return [...names];
}

/**
 * The dataset of that name in a store; the only one, where no name is given.
 *
 * @throws NoSuchDataset
 * @throws UnusableDatasetName
 */
export async function datasetIn(store: Store, name?: string): Promise<string> {
  if (name !== undefined && (await hasDataset(store, name))) return name;
  const all = await datasetsOf(store);
  const [first, second] = all;
  if (name === undefined && first !== undefined && second === undefined) return first;
  const holds = all.length === 0 ? "holds no dataset" : `holds the datasets ${all.join(", ")}`;
  const wanted = name === undefined ? "Say which one." : `There is none called ${name}.`;
  throw new NoSuchDataset(`${store.address} ${holds}. ${all.length === 0 ? "" : wanted}`.trim());
}

async function hasDataset(store: Store, dataset: string): Promise<boolean> {
  for await (const key of store.list(namesPrefix(dataset))) return key !== "";
  return false;
}
