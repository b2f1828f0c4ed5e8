import { appendFile, copyFile, mkdir, readFile, readdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { real, run } from "../../cli/run.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { standing } from "../../../pipeline/model/correction.js";
import type { DocumentDataset } from "../../../index.js";
import { readDataset } from "../../../pipeline/dataset/json.js";
import {
  addCorrection,
  correctionRows,
  readCorrections,
} from "../../../workers/local/corrections.js";
import type { CorrectionRow } from "../../../workers/local/corrections.js";

const { at, write } = temporaryFolder();

const ROW: CorrectionRow = {
  document: "0".repeat(64),
  place: "p3/t3/r14c3",
  what: "text",
  from: "365.00",
  to: "356.00",
  who: "李明",
  when: "2026-03-01T08:00:00Z",
  why: "页面上为356.00",
};

describe("corrections.csv", () => {
  test("keeps what it is given, whatever signs are in it", async () => {
    const rows = ['a,"b"', "两\n行", String.raw`back\slash\n`, "=1+1", ""].map((to) => ({
      ...ROW,
      to,
    }));
    for (const row of rows) await addCorrection(at(), row);
    expect(await correctionRows(at())).toEqual(rows);
    const text = await readFile(at("corrections.csv"), "utf8");
    expect(text.trimEnd().split("\n")).toHaveLength(rows.length + 1);
  });

  test("a line that was not written whole is none, and the next one takes its place", async () => {
    await addCorrection(at(), ROW);
    await appendFile(at("corrections.csv"), `${ROW.document},p3/t3/r1`);
    expect(await correctionRows(at())).toEqual([ROW]);
    await addCorrection(at(), { ...ROW, place: "t1/r1c1" });
    expect(await correctionRows(at())).toEqual([ROW, { ...ROW, place: "t1/r1c1" }]);
  });

  test("what is no correction is told with the file", async () => {
    await write("corrections.csv", "document,place\nx,y\n");
    await expect(readCorrections(at())).rejects.toThrow(
      /corrections\.csv is no file of corrections/u,
    );
  });

  test("corrections at a place follow one another, and those taken back are none", () => {
    const then = { ...ROW, from: ROW.to, to: "350.00" };
    const back = { ...ROW, from: "350.00", to: ROW.from };
    expect(standing([ROW, then])).toEqual([{ ...then, from: ROW.from }]);
    expect(standing([ROW, then, back])).toEqual([]);
  });
});

const jsonPath = async () =>
  at("out", "documents", (await readdir(at("out", "documents")))[0] ?? "");
const cellOf = ({ tables }: DocumentDataset) =>
  tables[2]?.cells.find(({ row, column }) => row === 14 && column === 3);
const errorsOf = ({ findings }: DocumentDataset) =>
  findings.filter(({ severity }) => severity === "error");

const extract = async () => {
  const { code, stderr } = await run(
    ["extract", at("in"), "--out", at("out"), "--concurrency", "1"],
    real,
  );
  if (code !== 0) throw new Error(stderr);
  return readDataset(await jsonPath());
};

describe("extract with corrections", () => {
  test("the text is put right, all that follows is computed anew, and taken back nothing is left", async () => {
    await mkdir(at("in"));
    await copyFile("samples/contradictions-2023/source.pdf", at("in", "a.pdf"));
    const before = await extract();
    const bytes = await readFile(await jsonPath());
    const document = before.document.sha256;
    await addCorrection(at("out"), { ...ROW, document });

    const after = await extract();
    expect(cellOf(after)).toMatchObject({ text: "356.00", corrected: "365.00" });
    expect(after.amounts).toHaveLength(before.amounts.length);
    const changed = after.amounts.filter(({ amount }, i) => amount !== before.amounts[i]?.amount);
    expect(changed.map(({ table_no, row, amount }) => [table_no, row, amount])).toEqual([
      [3, 14, "3560000"],
    ]);
    const rules = errorsOf(after).map(({ rule }) => rule);
    expect(
      errorsOf(before).filter(({ row, table_no }) => table_no === 3 && row === 14),
    ).not.toEqual([]);
    expect(errorsOf(after).filter(({ row, table_no }) => table_no === 3 && row === 14)).toEqual([]);
    expect(rules.length).toBeLessThan(errorsOf(before).length);
    expect(after.findings.find(({ rule }) => rule === "cell_corrected")?.message).toBe(
      "“365.00” was corrected to “356.00” by 李明: 页面上为356.00.",
    );
    expect(after.tables.length).toBe(before.tables.length);

    await addCorrection(at("out"), { ...ROW, document, from: ROW.to, to: ROW.from });
    await extract();
    expect(await readFile(await jsonPath())).toEqual(bytes);
  });

  test("the cell is meant that stands there in the dataset, whatever columns its source lost", async () => {
    await mkdir(at("in"));
    await copyFile("samples/contradictions-2023/source.txt", at("in", "a.txt"));
    const document = (await extract()).document.sha256;
    const last = { ...ROW, document, place: "t10/r4c6", from: "12月底", to: "11月底" };
    await addCorrection(at("out"), last);
    const { tables, findings } = await extract();
    expect(findings.map(({ rule }) => rule)).not.toContain("correction_unfit");
    const row = tables[9]?.cells.filter(({ row: number }) => number === 4);
    expect(row?.map(({ column, text }) => `${column} ${text}`)).toEqual([
      "0 资金支出计划（%）",
      "1 3月底",
      "2 6月底",
      "4 10月底",
      "6 11月底",
    ]);
  });

  test("one whose text no longer stands there is told and not applied; a dismissed finding only says so", async () => {
    await mkdir(at("in"));
    await copyFile("samples/contradictions-2023/source.txt", at("in", "a.txt"));
    const before = await extract();
    const document = before.document.sha256;
    await addCorrection(at("out"), { ...ROW, document, place: "t3/r14c3", from: "1.00" });
    const dismissal = { ...ROW, document, from: "open", to: "dismissed", why: "原文如此" };
    const first = errorsOf(before).find(({ rule }) => rule === "rows_agree");
    const place = `t${first?.table_no}/r${first?.row}c${first?.column}`;
    await addCorrection(at("out"), { ...dismissal, place, what: "finding:rows_agree" });
    await addCorrection(at("out"), { ...dismissal, place: "t9/r9", what: "finding:rows_agree" });
    const after = await extract();
    expect(cellOf(after)?.text).toBe("365.00");
    expect(errorsOf(after)).toHaveLength(errorsOf(before).length - 1);
    const said = after.findings.flatMap(({ rule, message }) =>
      rule === "correction_unfit" || rule === "finding_dismissed" ? [message] : [],
    );
    expect(said).toEqual([
      "A correction (text) of “1.00” to “356.00” is not applied: “365.00” stands there.",
      `Dismissed by 李明 (原文如此): rows_agree: ${first?.message}`,
      "A correction (finding:rows_agree) of “open” to “dismissed” is not applied: there is nothing of that kind.",
    ]);
  });
});
