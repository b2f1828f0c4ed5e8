import { once } from "node:events";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { glob } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { compileDataset } from "../workers/dataset/compile.js";
import { extract, modelsInFolder, openOutput, sourceOf } from "../index.js";
import { inFolder } from "../cli/options/output-folder.js";
import { writePage } from "../cli/options/output-page.js";
import { withManifest } from "../cli/options/manifest.js";
import { growCsvFiles } from "../pipeline/dataset/compile/csv-files.js";
import { findInputs } from "../cli/options/inputs.js";
import { openDashboard } from "../workers/dashboard/dashboard.js";
import { datasetIn, datasetName } from "../workers/dataset/datasets.js";
import { writeNames } from "../workers/dataset/names.js";
import { ToldError } from "../pipeline/model/errors.js";
import { readDataset } from "../pipeline/dataset/json.js";
import { validate } from "../pipeline/dataset/validate.js";
import { lockFolder } from "../workers/local/folder-lock.js";
import { folderShelf } from "../workers/inspector/folder-shelf.js";
import { readCorrections } from "../workers/local/corrections.js";
import { openInput } from "../workers/local/open-input.js";
import { asRefusal } from "../workers/queue/redis/errors.js";
import { connect } from "../workers/queue/redis/redis.js";
import { getSource, putSource } from "../workers/store/documents.js";
import { fileFault } from "../workers/store/file-faults.js";
import { openStore } from "../workers/store/open-store.js";
import { s3Address } from "../workers/store/s3-address.js";
import { s3Fault } from "../workers/store/s3-faults.js";
import { sourceKey } from "../workers/store/keys.js";
import { parseSites, readSites } from "../workers/crawl/sites/read-sites.js";
import { guardedLookup } from "../workers/web/network.js";
import { receive, tooLarge } from "../workers/web/receive.js";
import { collector } from "./cli/run.js";
import { freePort } from "./workers/redis-server.js";
import { temporaryFolder } from "./cli/temporary-folder.js";
import { dataset } from "./pipeline/dataset/make-dataset.js";

const { at, write } = temporaryFolder();

const FOLDERS = ["cli", "workers", "pipeline", "extractors", "normalizers"];

/** What a class extends, by its name, of all classes of errors in the program. */
async function errorClasses(): Promise<ReadonlyMap<string, string>> {
  const files = await glob(FOLDERS.map((folder) => `${folder}/**/*.ts`));
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  const found = texts.flatMap((text) => [
    ...text.matchAll(/class (\w+) extends (\w*Error|UnrecoverableError|OcrUnavailable) /gu),
  ]);
  return new Map(found.map(([, name = "", base = ""]) => [name, base]));
}

/** Tests of the queue and the pool raise these; a server must be away for a minute to raise the last. */
const ELSEWHERE = ["NoSuchFailure", "ReaderNotStarted", "ReaderFell", "SourceUnavailable"];
/** Becomes another, or a finding, before it is told. */
const INNER = ["BodyCut", "DamagedPage", "GivenUp"];
const BASES = ["ToldError", "OcrUnavailable"];

type Trigger = readonly [name: string, trigger: () => unknown];

const bytes = (text: string) => new TextEncoder().encode(text);
const doing = { address: "file:///mnt", what: { en: "write a/b", zh: "写入 a/b" } };
const systemError = (code: string) =>
  Object.assign(new Error(`${code}: words`), { code, syscall: "write" });
const terminal = () => ({
  stdout: collector().stream,
  stderr: collector().stream,
  interactive: false,
  language: "zh" as const,
});
const noRedis = { lost: () => undefined, back: () => undefined };

const TRIGGERS: readonly Trigger[] = [
  ...[
    "",
    "PK\u0003\u0004xl/workbook.xml",
    "PK\u0003\u0004",
    "7z\u00bc\u00af\u0027\u001c\u0000\u0004",
    "GIF89a\u0000\u0001\u00ff",
    "<?xml version='1.0'?><x/>",
    "%PDF-1.4 nothing",
    "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj trailer <</Root 1 0 R>>",
    "\u0089PNG\r\n\u001a\n",
    "PK\u0003\u0004word/document.xml",
  ].map((head): Trigger => [`UnreadableSource`, () => extract(Buffer.from(head, "latin1"))]),
  ["UnreadableSource", () => extract(Uint8Array.of(0x80, 0xff, 0x00, 0x01))],
  ["UnreadableSource", () => extract(bytes(`${"x".repeat(50_001)}\n`))],
  ["UnreadableSource", () => extract(bytes(`x${"\n\tx".repeat(20_000)}\n\n`))],
  ["UnreadableSource", () => opened("none.pdf")],
  ["UnreadableSource", () => opened(".")],
  ["UnusableModels", () => modelsInFolder(at("none"))],
  ["InvalidRecord", () => validate({ schema: "x" })],
  ["UnreadableDataset", async () => readDataset(await write("d.json", "{}"))],
  ["NotCompiled", () => folderShelf(at("none"), []).entries()],
  [
    "UnreadableCorrections",
    async () => readCorrections(dirname(await write("corrections.csv", "a\n1\n"))),
  ],
  ["LostDocuments", lostDocuments],
  ["LostFolder", lostFolder],
  ["UsageError", async () => findInputs([await folderOf("nothing")], undefined)],
  ["UsageError", () => findInputs([at("*.none")], undefined)],
  ["UsageError", async () => inFolder(await write("file", "x"), terminal(), notCalled)],
  ["UnwritableFolder", () => inFolder(at("out"), terminal(), () => reject(systemError("ENOSPC")))],
  ["UnwritableFolder", () => inFolder(at("out"), terminal(), () => reject(systemError("EACCES")))],
  ["UnwritablePage", () => writePage(at("."), async () => "a page")],
  ["CannotListen", portTaken],
  ["UnusableDatasetName", () => datasetName("A B")],
  ["NoSuchDataset", async () => datasetIn(await openStore(at("store")))],
  ["NoSuchDataset", async () => datasetIn(await filledStore("a", "b"))],
  ["NoSuchDataset", async () => datasetIn(await filledStore("a"), "c")],
  ["ForeignDocuments", foreignDocuments],
  ["ForeignFile", foreignFile],
  ...[
    "",
    "x,path\n",
    'path\n"a',
    "path,url\n,http://a.example\n",
    "path,url\na,b\n",
    "path,retrieved_at\na,2024\n",
  ].map((text): Trigger => ["UsageError", () => manifest(text)]),
  ["WrongSites", () => parseSites("sites: [", "sites.yaml")],
  ["WrongSites", () => readSites(at("none.yaml"))],
  ["UsageError", () => manifest("path\na\na\n")],
  ["UsageError", () => withManifest([], at("none.csv"), terminal())],
  ["DamagedStore", damagedSource],
  ["StoreUnavailable", async () => getSource(await openStore(at("store")), "0".repeat(64))],
  ["NoSuchStore", () => openStore("ftp://x")],
  ["NoSuchStore", () => openStore("file:///a%2")],
  ...["s3://", "s3://b:1", "s3://b?x=1", "s3://b?endpoint=x", "s3://b?path-style=x"].map(
    (address): Trigger => ["NoSuchStore", () => s3Address(address)],
  ),
  ...["s3://b?timeout=x", "s3://key@b", "s3://a%b:c%d@b", "s3://[b"].map((address): Trigger => [
    "NoSuchStore",
    () => s3Address(address),
  ]),
  ...["ENOSPC", "EDQUOT", "EFBIG", "EIO", "ENOENT", "EROFS", "ESTALE", "ENODEV", "EMFILE"].map(
    (code): Trigger => ["StoreUnavailable", () => reject(fileFault(systemError(code), doing))],
  ),
  ...["EACCES", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "ELOOP", "EXDEV"].map((code): Trigger => [
    "NoSuchStore",
    () => reject(fileFault(systemError(code), doing)),
  ]),
  ...["ECONNREFUSED", "ETIMEDOUT", "ENOTFOUND", "SlowDown", "QuotaExceeded"].map(
    (name): Trigger => ["StoreUnavailable", () => reject(s3Fault(named(name), doing))],
  ),
  ...["NoSuchBucket", "AccessDenied", "ExpiredToken", "RequestTimeTooSkewed"].map(
    (name): Trigger => ["NoSuchStore", () => reject(s3Fault(named(name), doing))],
  ),
  ["NoSuchStore", () => reject(s3Fault(answered(403), doing))],
  ["StoreUnavailable", () => reject(s3Fault(answered(503), doing))],
  ...["NOAUTH", "WRONGPASS", "invalid DB index", "NOPERM", "OOM", "READONLY", "MISCONF"].map(
    (says): Trigger => ["RedisRefuses", () => reject(asRefusal(new Error(`${says} words`)))],
  ),
  ["UnsuitableRedis", () => connect({ url: "http://127.0.0.1", events: noRedis })],
  ["RedisUnavailable", () => connect({ url: "redis://127.0.0.1:1", events: noRedis, within: 300 })],
  ["SourceRefused", () => reject(tooLarge("more", 2 ** 20))],
  ["SourceRefused", () => reject(tooLarge(2 ** 22, 2 ** 20))],
  ["SourceRefused", privateAddress],
  ["UnwritableScratch", () => receive(nothing(), { path: at("no/x"), mostBytes: 1 })],
];

describe("an error that is told to a person", () => {
  test("is a ToldError, whichever class it has", async () => {
    const classes = await errorClasses();
    const others = new Map([...classes].filter(([, base]) => !BASES.includes(base)));
    expect(Object.fromEntries(others)).toEqual({
      DamagedPage: "Error",
      GivenUp: "UnrecoverableError",
      ToldError: "Error",
    });
  });

  test("is raised here unless it is named, whichever class it has", async () => {
    const raised = new Set([...TRIGGERS.map(([name]) => name), ...ELSEWHERE, ...INNER, ...BASES]);
    const classes = [...(await errorClasses()).keys()];
    expect(classes.filter((name) => !raised.has(name))).toEqual([]);
  });

  test.each(TRIGGERS)("%s (%#) says the same in both languages", async (name, trigger) => {
    const error = await caught(trigger);
    expect(error.constructor.name).toBe(name);
    const { en, zh } = error.says;
    expect(error.message).toBe(en);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(factsIn(en).filter((fact) => !zh.includes(fact))).toEqual([]);
  });

  test("leads to 2 where the command was called wrongly, else to 1", async () => {
    const codes = await Promise.all(
      ["UsageError", "UnusableModels", "NoSuchDataset", "LostFolder", "DamagedStore"].map(
        async (wanted) => {
          const [, trigger] = TRIGGERS.find(([name]) => name === wanted) ?? [];
          return (await caught(trigger ?? (() => undefined))).exitCode;
        },
      ),
    );
    expect(codes).toEqual([2, 2, 2, 1, 1]);
  });
});

/** Numbers, options, codes, variables, addresses and paths: what a translation must not lose. */
function factsIn(text: string): readonly string[] {
  return (
    text.match(
      /--[a-z-]+|\b[A-Z][A-Z_]{3,}\b|[a-z0-9]+:\/\/[^\s;,)]*[\w/]|(?:\/[\w.-]*\w)+|\d+/gu,
    ) ?? []
  );
}

async function caught(trigger: () => unknown): Promise<ToldError> {
  try {
    await trigger();
  } catch (error) {
    if (error instanceof ToldError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

async function reject(error: unknown): Promise<never> {
  throw error;
}

async function notCalled(): Promise<never> {
  throw new Error("the folder was made");
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function opened(path: string): Promise<never> {
  const input = await openInput({ path: at(path), fileName: path });
  throw "error" in input ? input.error : new Error(`${path} was opened`);
}

async function folderOf(path: string): Promise<string> {
  await mkdir(at(path));
  return at(path);
}

function named(name: string): Error {
  return Object.assign(new Error("words"), { name });
}

function answered(status: number): Error {
  return Object.assign(new Error("words"), { $metadata: { httpStatusCode: status } });
}

async function lostDocuments(): Promise<void> {
  const output = openOutput(at("out"));
  await output.add(dataset("a"));
  await rm(at("out/documents"), { recursive: true });
  await mkdir(at("out/documents"));
  await output.close();
}

async function lostFolder(): Promise<void> {
  await mkdir(at("out"));
  const lock = await lockFolder(at("out"));
  await rm(at("out"), { recursive: true });
  await lock.check().finally(lock.release);
}

async function portTaken(): Promise<void> {
  const port = await freePort();
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  const options = { redis: "redis://127.0.0.1:1", host: "127.0.0.1", port, events: noRedis };
  await openDashboard(options).finally(() => other.close());
}

const source = sourceOf(bytes("预算"), "a.txt");

async function filledStore(...datasets: readonly string[]) {
  const store = await openStore(at("store"));
  for (const each of datasets) await writeNames(store, each, [source]);
  return store;
}

async function foreignDocuments(): Promise<void> {
  const output = openOutput(at("out"));
  await output.add(dataset("a"));
  await output.close();
  await compileDataset({ store: await filledStore("a"), dataset: "a", folder: at("out") });
}

async function damagedSource(): Promise<void> {
  const store = await openStore(at("store"));
  await putSource(store, bytes("预算"), source.sha256);
  await writeFile(join(at("store"), sourceKey(source.sha256)), "x");
  await getSource(store, source.sha256);
}

function privateAddress(): Promise<void> {
  const lookup = guardedLookup(
    () => false,
    (_host, _options, done) => done(null, [{ address: "10.0.0.1", family: 4 }]),
  );
  return new Promise((resolve, fail) => {
    lookup("intranet", {}, (error) => (error === null ? resolve() : fail(error)));
  });
}

async function foreignFile(): Promise<void> {
  await write("mine/documents.csv", "mine\n");
  await growCsvFiles(at("mine"));
}

async function manifest(text: string): Promise<unknown> {
  const inputs = [{ path: at("a"), fileName: "a" }];
  return withManifest(inputs, await write("manifest.csv", text), terminal());
}
