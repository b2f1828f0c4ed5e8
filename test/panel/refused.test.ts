import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { VERSION } from "../../index.js";
import { compare, writeReference } from "../../panel/compare.js";
import { madeDataset, twice } from "./made-dataset.js";
import { newFolders } from "./sample-panel.js";

const fresh = newFolders("refused");
const dataset = () => madeDataset(fresh(), twice);
const packageOf = (name: string): string => JSON.stringify({ name, resources: [] });

test("a folder that is no dataset is told with what to do", async () => {
  const wrong = compare({ folders: [join(fresh(), "nothing")], out: fresh() });
  await expect(wrong).rejects.toThrow(
    /nothing is no dataset: .*documents\.csv cannot be read \(ENOENT\)/su,
  );
});

test("a dataset without a column that is compared is told by the column", async () => {
  const made = madeDataset(fresh(), twice);
  const file = join(made, "debt.csv");
  writeFileSync(file, readFileSync(file, "utf8").replace(",region_scope,", ",scope,"));
  await expect(compare({ folders: [made], out: fresh() })).rejects.toThrow(
    /debt\.csv was written by an earlier version: it has no column region_scope\./u,
  );
});

test("what is written says its version, licence and maker", async () => {
  const out = fresh();
  await compare({ folders: [dataset()], out });
  const { version, licenses, contributors } = JSON.parse(
    readFileSync(join(out, "datapackage.json"), "utf8"),
  );
  expect([version, licenses[0].name, contributors[0].title]).toEqual([
    VERSION,
    "CC0-1.0",
    "gongkai",
  ]);
});

describe("a folder that holds files of something else", () => {
  test.each([
    ["codes.csv", "code,name\n0201,mine\n"],
    ["panel.csv", "issuer_id,name,mine\n"],
    ["datapackage.json", packageOf("gongkai")],
    ["datapackage.json", "mine"],
  ])("is refused, and its %s not overwritten", async (name, text) => {
    const out = fresh();
    writeFileSync(join(out, name), text);
    const writings =
      name === "panel.csv"
        ? [compare({ folders: [dataset()], out })]
        : [compare({ folders: [dataset()], out }), writeReference(out)];
    for (const result of await Promise.allSettled(writings))
      expect(result).toMatchObject({ reason: { name: "ForeignFile", exitCode: 2 } });
    expect(readdirSync(out)).toEqual([name]);
    expect(readFileSync(join(out, name), "utf8")).toBe(text);
  });

  test("is refused by each of two commands where the other wrote it; its own it writes again", async () => {
    const outs = [fresh(), fresh()] as const;
    const folders = [dataset()];
    for (let again = 0; again < 2; again += 1) {
      await compare({ folders, out: outs[0] });
      await writeReference(outs[1]);
    }
    await expect(writeReference(outs[0])).rejects.toThrow(/datapackage\.json was written by/u);
    await expect(compare({ folders, out: outs[1] })).rejects.toThrow(/written by something else/u);
  });
});
