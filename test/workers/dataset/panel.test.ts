import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { extract } from "../../../index.js";
import { compare } from "../../../panel/compare.js";
import { compileCsvFiles, compileDataset } from "../../../workers/dataset/compile.js";
import { writeNames } from "../../../workers/dataset/names.js";
import { askForPanel } from "../../../workers/dataset/panel.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { putResult, sourceNamed } from "./make-stored.js";
import { temporaryStores } from "./temporary-store.js";

const newStore = temporaryStores();
const { at } = temporaryFolder();

const issuers = { issuers: [{ id: "traffic", names: ["栖云县交通运输局"] }] };

async function storeOfSample() {
  const store = await newStore();
  const text = await readFile("samples/contradictions-2023/source.txt", "utf8");
  await putResult(store, await extract("samples/contradictions-2023/source.txt"));
  await writeNames(store, "a", [sourceNamed(text, "source.txt")]);
  return store;
}

const filesOf = async (folder: string) =>
  Promise.all(
    (await readdir(folder))
      .toSorted()
      .map(async (name) => [name, await readFile(join(folder, name), "utf8")]),
  );

test("a stored dataset of which it was asked for is written with its comparison, as compare writes it", async () => {
  const store = await storeOfSample();
  const stored = { store, dataset: "a", folder: at("out") };
  await compileDataset(stored);
  expect(await readdir(at("out"))).not.toContain("panel");
  await askForPanel(store, "a", issuers);
  await compileDataset(stored);
  await compare({ folders: [at("out")], out: at("own"), issuers });
  expect(await filesOf(at("out", "panel"))).toEqual(await filesOf(at("own")));
  const rows = await readFile(at("out", "panel", "issuers.csv"), "utf8");
  expect(rows.split("\n")[1]).toMatch(/^traffic,栖云县交通运输局,/u);
});

test("a stored dataset is written again over its own comparison, and not over another's", async () => {
  const store = await storeOfSample();
  await askForPanel(store, "a", issuers);
  await compileDataset({ store, dataset: "a", folder: at("out") });
  const first = await filesOf(at("out", "panel"));
  await compileDataset({ store, dataset: "a", folder: at("out") });
  expect(await filesOf(at("out", "panel"))).toEqual(first);
  await compileCsvFiles({ store, dataset: "a", folder: at("other", "panel") });
  await expect(compileDataset({ store, dataset: "a", folder: at("other") })).rejects.toThrow(
    /written by something else/u,
  );
});
