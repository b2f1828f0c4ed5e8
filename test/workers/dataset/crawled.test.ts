import { mkdtemp, readFile, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { strToU8, unzipSync, zipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { extract, sourceOf } from "../../../index.js";
import type { Source } from "../../../index.js";
import { file, html, list, page } from "../../../samples/province/parts.js";
import { serveSite } from "../../../samples/province/server.js";
import type { Served } from "../../../samples/province/server.js";
import { foundIn } from "../../../workers/crawl/record/found.js";
import { readCurrent } from "../../../workers/crawl/record/journal.js";
import { writeSubmitted } from "../../../workers/crawl/record/submitted.js";
import { compileDataset } from "../../../workers/dataset/compile.js";
import { writeNames } from "../../../workers/dataset/names.js";
import { getSource } from "../../../workers/store/documents.js";
import type { Store } from "../../../workers/store/store.js";
import { crawled, siteOf } from "../crawl/crawling.js";
import { putResult } from "./make-stored.js";
import { temporaryStores } from "./temporary-store.js";
import { removeFolder } from "../../remove-folder.js";

const newStore = temporaryStores();
let folder = "";
let served: Served;

const budget = (total: string) =>
  strToU8(`支出总表\n单位：万元\n\t科目编码\t科目名称\t合计\n\t205\t教育支出\t${total}\n`);
const archive = (...totals: readonly string[]) =>
  zipSync(Object.fromEntries(totals.map((total, at) => [`${at}.txt`, budget(total)])));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gongkai-crawled-"));
  const links = ["/1.doc", "/all.zip"].map((path) => [path, "2026年部门预算公开"] as const);
  served = await serveSite({
    replies: new Map([
      ["/", page(html("部门预算公开", list(links)))],
      ["/1.doc", file(budget("12.00"))],
      ["/all.zip", file(archive("3.00", "4.00"))],
    ]),
  });
});
afterEach(async () => {
  await served.close();
  await removeFolder(folder);
});

/** The documents at a path: of an archive its members. */
function sourcesAt(bytes: Uint8Array, fileName: string, found: Partial<Source>) {
  if (!fileName.endsWith(".zip")) return [{ bytes, source: sourceOf(bytes, fileName, found) }];
  return Object.entries(unzipSync(bytes)).map(([name, member]) => {
    const path = `${found.path}!/${name}`;
    const places = { ...found, path, origin: found.path ?? null };
    return { bytes: member, source: sourceOf(member, `${fileName}!/${name}`, places) };
  });
}

/** Crawls the site into a dataset and reads what is found, as workers do. */
async function crawlInto(store: Store, dataset: string): Promise<void> {
  await crawled(siteOf({ start: [`${served.origin}/`] }), store, { warc: true });
  const found = foundIn(await readCurrent(store, "one"), null);
  const documents = await Promise.all(
    found.map(async (each) =>
      sourcesAt(await getSource(store, each.sha256), each.fileName, each.found),
    ),
  );
  for (const { bytes } of documents.flat()) await putResult(store, await extract(bytes));
  await writeNames(
    store,
    dataset,
    documents.flat().map(({ source }) => source),
  );
  const paths = found.map(({ found: { path } }) => path);
  await writeSubmitted(store, { site: "one", dataset }, paths);
}

const rowsOf = async (name: string): Promise<readonly Record<string, string>[]> =>
  parse(await readFile(join(folder, name), "utf8"), { columns: true });

test("a dataset of a store says what its crawls came to: each request, each change, each exchange, which member is a version of which", async () => {
  const store = await newStore();
  await crawlInto(store, "crawled");
  served.replies.set("/1.doc", file(budget("13.00")));
  served.replies.set("/all.zip", file(archive("3.00", "5.00")));
  await crawlInto(store, "crawled");
  await compileDataset({ store, dataset: "crawled", folder });

  const requests = (await rowsOf("crawl.csv")).filter(({ method }) => method === "GET");
  expect(requests.map(({ decision }) => decision)).toEqual(
    ["robots", "page", "taken", "taken"].concat("page", "taken", "taken"),
  );
  const idAt = new Map(
    (await rowsOf("origins.csv")).map(({ path = "", document_id }) => [
      path.slice(served.origin.length),
      document_id,
    ]),
  );
  const superseded = new Map(
    (await rowsOf("documents.csv")).map(({ document_id, supersedes }) => [document_id, supersedes]),
  );
  const before = (path: string) => superseded.get(idAt.get(path));
  expect(before("/1.doc#version=2")).toBe(idAt.get("/1.doc"));
  expect(before("/all.zip#version=2!/1.txt")).toBe(idAt.get("/all.zip!/1.txt"));
  expect(before("/all.zip#version=2!/0.txt")).toBe("");
  const changes = await rowsOf("changes.csv");
  expect(
    changes
      .filter(({ change }) => change === "changed")
      .map((each) => `${each["before"]} → ${each["after"]}`)
      .toSorted(),
  ).toEqual(["120000 → 130000", "40000 → 50000"]);
  const exchanges = await Promise.all(
    (await readdir(join(folder, "warc"))).map(async (name) =>
      gunzipSync(await readFile(join(folder, "warc", name))).toString("utf8"),
    ),
  );
  expect(exchanges.map((text) => text.match(/^WARC-Type: \w+/gmu)?.length)).toEqual([9, 7]);
});

test("a dataset that no site was crawled into has no such files, in whichever store", async () => {
  const store = await newStore();
  await crawlInto(store, "crawled");
  const source = sourceOf(budget("1.00"), "a.txt");
  await putResult(store, await extract(budget("1.00")));
  await writeNames(store, "other", [source]);
  await compileDataset({ store, dataset: "other", folder });
  expect(await readdir(folder)).not.toEqual(expect.arrayContaining(["crawl.csv"]));
});
