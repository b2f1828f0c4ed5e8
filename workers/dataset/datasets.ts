import { ToldError } from "../../pipeline/model/errors.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import type { Store } from "../store/store.js";

const NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/u;

/** A dataset cannot be called so; it says what its name may be. */
export class UnusableDatasetName extends ToldError {
  override readonly name = "UnusableDatasetName";
  override readonly exitCode = 2;
}

/** The store holds no such dataset; it says which it holds. */
export class NoSuchDataset extends ToldError {
  override readonly name = "NoSuchDataset";
  override readonly exitCode = 2;
}

/**
 * The name, where a dataset can be called so: it is a folder of the store, on any system.
 *
 * @throws UnusableDatasetName
 */
export function datasetName(name: string): string {
  if (NAME.test(name)) return name;
  throw new UnusableDatasetName({
    en: `A dataset cannot be called ${JSON.stringify(name)}: give 1 to 64 of a-z, 0-9, ".", "_" and "-", beginning with a letter or digit.`,
    zh: `数据集不能叫 ${JSON.stringify(name)}：名称为 1 至 64 个字符，可用 a-z、0-9、"."、"_"、"-"，以字母或数字开头。`,
  });
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
  throw new NoSuchDataset(noneOf(store.address, all, name));
}

function noneOf(address: string, all: readonly string[], name?: string): Bilingual<string> {
  if (all.length === 0)
    return { en: `${address} holds no dataset.`, zh: `${address} 中没有数据集。` };
  const wanted =
    name === undefined
      ? { en: "Say which one.", zh: "请指明是哪一个。" }
      : { en: `There is none called ${name}.`, zh: `没有名为 ${name} 的数据集。` };
  return {
    en: `${address} holds the datasets ${all.join(", ")}. ${wanted.en}`,
    zh: `${address} 中有数据集 ${all.join("、")}。${wanted.zh}`,
  };
}

async function hasDataset(store: Store, dataset: string): Promise<boolean> {
  for await (const key of store.list(namesPrefix(dataset))) return key !== "";
  return false;
}
