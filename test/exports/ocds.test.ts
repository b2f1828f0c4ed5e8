import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { exportFolder } from "../../exports/export.js";
import { releasePackage } from "../../exports/ocds/release.js";
import { run } from "../cli/run.js";
import { temporaryFolder } from "../cli/temporary-folder.js";
import { DOCUMENT, HARD, type Tables, writePackage } from "./make-package.js";

const { at } = temporaryFolder();

async function released(tables: Tables = HARD) {
  const notes: string[] = [];
  const out = at("out.json");
  await exportFolder(await writePackage(at("dataset"), tables), {
    format: "ocds",
    out,
    ocds: { prefix: "ocds-000000" },
    note: ({ en }) => notes.push(en),
  });
  return { out, notes };
}

test("planned procurements are releases of Open Contracting, amounts digit for digit", async () => {
  const { out } = await released();
  const text = await readFile(out, "utf8");
  const { releases } = releasePackage.parse(JSON.parse(text));
  expect(releases).toHaveLength(2);
  expect(releases[0]).toMatchObject({
    ocid: `ocds-000000-${DOCUMENT}-2-1`,
    date: "2024-02-01T00:00:00+08:00",
    buyer: { id: "000301-云溪县教育局", name: "云溪县教育局" },
    tender: {
      title: '台式"计算机"',
      items: [{ quantity: 5, unit: { name: "台", value: { amount: 4500.5 } } }],
    },
  });
  expect(text).toContain('"value":{"amount":12345678901234567.89,"currency":"CNY"}');
  expect(releases[1]?.tender.title).toBe('"amount":"1"');
});

test("a plan without a date is left out and told", async () => {
  const [dated = {}] = HARD.documents ?? [];
  const undated = { ...dated, published_on: "", retrieved_at: "" };
  const { notes } = await released({
    ...HARD,
    documents: [undated, { ...dated, document_id: "00000000000000bb" }],
    procurement_items: [
      ...(HARD.procurement_items ?? []),
      { document_id: "00000000000000bb", table_no: "1", row: "1", row_kind: "item" },
    ],
  });
  expect(notes).toEqual([expect.stringContaining("2 plans are left out")]);
});

test("states who publishes a release package, and its licence, where these are given", async () => {
  const folder = await writePackage(at("dataset"), HARD);
  const headOf = async (...args: readonly string[]) => {
    const out = at(`${args.length}.json`);
    await run(["export", folder, "--to", "ocds", "--out", out, ...args]);
    const { publisher, license } = releasePackage.parse(JSON.parse(await readFile(out, "utf8")));
    return { publisher, license };
  };
  const license = "https://creativecommons.org/licenses/by/4.0/";
  expect(await headOf("--publisher", "云溪县财政局", "--license", license)).toEqual({
    publisher: { name: "云溪县财政局" },
    license,
  });
  expect(await headOf()).toEqual({ publisher: { name: "gongkai" }, license: undefined });
});

test.each([
  [
    "a date that is none",
    ["export", ".", "--to", "ocds", "--date", "2024-02-30", "--out", "x"],
    "is no date",
  ],
  [
    "a prefix that is none",
    ["export", ".", "--to", "ocds", "--ocid-prefix", "x", "--out", "x"],
    "is no prefix",
  ],
  [
    "a licence that is no address",
    ["export", ".", "--to", "ocds", "--license", "CC BY", "--out", "x"],
    "is no address of a licence",
  ],
  [
    "a publisher without a name",
    ["export", ".", "--to", "ocds", "--publisher", " ", "--out", "x"],
    "--publisher is empty",
  ],
])("refuses %s", async (_, args, says) => {
  const { code, stderr } = await run(args.map((arg) => (arg === "." ? at() : arg)));
  expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
});
