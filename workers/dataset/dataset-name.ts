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
 * The one dataset that a store holds.
 *
 * @throws NoSuchDataset where it holds several, or none
 */
export async function onlyDataset(store: Store): Promise<string> {
  const [first, ...others] = await datasetsOf(store);
  if (first === undefined) throw new NoSuchDataset(`${store.address} holds no dataset.`);
  if (others.length === 0) return first;
  throw new NoSuchDataset(
    `${store.address} holds several datasets: ${[first, ...others].join(", ")}. Say which one.`,
  );
}

/** What to tell where a dataset is asked for that a store does not hold. */
export async function noSuchDataset(store: Store, dataset: string): Promise<NoSuchDataset> {
  const others = await datasetsOf(store);
  const holds = others.length === 0 ? "It holds none." : `It holds: ${others.join(", ")}.`;
  return new NoSuchDataset(`${store.address} holds no dataset ${dataset}. ${holds}`);
}
