import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compare } from "../../panel/compare.js";
import { readIssuers } from "../../panel/issuers-file.js";
import { document, madeDataset, type Rows } from "./made-dataset.js";
import { answerOf, newFolders } from "./sample-panel.js";

const fresh = newFolders("made");
const answer = (rows: Rows, sql: string) => answerOf([rows], sql, fresh);

const named = (region: string) => `  - {id: "${region}-a", region: "${region}", names: [甲局]}\n`;

describe("names of issuers", () => {
  const culture: Rows = {
    documents: [
      document(1, { issuer_name: "玄武区文化局", issuer_code: "316" }),
      document(2, { issuer_name: "玄武区文化和旅游局", issuer_code: "316", fiscal_year: 2024 }),
      document(3, { issuer_name: "玄武区少年宫", issuer_code: "420001" }),
      document(4, {
        issuer_name: "玄武区青少年活动中心",
        issuer_code: "420001",
        fiscal_year: 2024,
      }),
      document(5, { issuer_name: "南京市玄武区图书馆", fiscal_year: 2022 }),
      document(6, { issuer_name: "玄武区图书馆", fiscal_year: 2024 }),
    ],
  };

  test("are one with the places before them and under a unit's code in turn; else candidates", async () => {
    const sql = `SELECT issuer_id, documents::VARCHAR, merged_by FROM issuers
      UNION ALL SELECT issuer_id || ' ' || other_id, evidence_for, evidence_against FROM candidates ORDER BY ALL`;
    expect(await answer(culture, sql)).toEqual([
      "320102-图书馆 2 –",
      "320102-文化和旅游局 1 –",
      "320102-文化和旅游局 320102-文化局 same_code|never_in_one_year –",
      "320102-文化局 1 –",
      "320102-青少年活动中心 2 code",
    ]);
  });

  test("are one where the user says so", async () => {
    const issuers = join(fresh(), "issuers.yaml");
    writeFileSync(
      issuers,
      "issuers:\n  - id: culture\n    names: [玄武区文化局, 玄武区文化和旅游局]\n",
    );
    const out = fresh();
    await compare({
      folders: [madeDataset(fresh(), culture)],
      out,
      issuers: await readIssuers(issuers),
    });
    const [, ...rows] = readFileSync(join(out, "issuers.csv"), "utf8").trim().split("\n");
    expect(rows.map((row) => row.split(",")[0])).toContain("culture");
    expect(readFileSync(join(out, "candidates.csv"), "utf8").trim().split("\n")).toHaveLength(1);
  });

  test.each([
    ["an issuer without names", "issuers:\n  - id: a\n", "line 2, column 5: issuers.names: "],
    ["no YAML", "issuers: [", "line 1, column 11: "],
    [
      "a name twice",
      "issuers:\n  - id: a\n    names: [甲局]\n  - id: b\n    names: [乙局, 甲局]\n",
      "line 5, column 17: 甲局 is named before",
    ],
    [
      "a name of one region and of all",
      'issuers:\n  - {id: a, names: [甲局]}\n  - {id: b, region: "320102", names: [甲局]}\n',
      "line 3, column 39: 甲局 is named before",
    ],
    [
      "an issuer that is part of two",
      "issuers:\n  - {id: a, names: [甲], part_of: b}\n  - {id: a, names: [乙], part_of: c}\n",
      "line 3, column 34: a is part of another before",
    ],
  ])("of an issuers.yaml with %s are told with line and column", async (_, text, fault) => {
    const issuers = join(fresh(), "wrong.yaml");
    writeFileSync(issuers, text);
    await expect(readIssuers(issuers)).rejects.toThrow(`wrong.yaml, ${fault}`);
  });

  test("of an issuers.yaml may be those of issuers of two regions", async () => {
    const issuers = join(fresh(), "issuers.yaml");
    writeFileSync(issuers, `issuers:\n${named("320102")}${named("320104")}`);
    const rows: Rows = {
      documents: ["320102", "320104"].map((region_code, at) =>
        document(at + 1, { issuer_name: "甲局", region_code }),
      ),
    };
    const out = fresh();
    await compare({
      folders: [madeDataset(fresh(), rows)],
      out,
      issuers: await readIssuers(issuers),
    });
    const [, ...found] = readFileSync(join(out, "issuers.csv"), "utf8").trim().split("\n");
    expect(found.map((row) => row.split(",")[0])).toEqual(["320102-a", "320104-a"]);
  });
});
