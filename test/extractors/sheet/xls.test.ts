import { CFB, utils, write } from "@e965/xlsx";
import type { WorkSheet } from "@e965/xlsx";
import { expect, test } from "vitest";
import { xls } from "../../../extractors/sheet/xls/index.js";

/** A workbook of one sheet as Excel 97 to 2003 writes it. */
function makeXls(changed: WorkSheet = {}): Buffer {
  const rows = [
    ["项目", "金额"],
    ["合计", 1.5],
  ];
  const sheet = { ...utils.aoa_to_sheet(rows), ...changed };
  const book = { Sheets: { 支出: sheet }, SheetNames: ["支出"] };
  return Buffer.from(write(book, { bookType: "biff8", type: "array" }));
}

/** The same with the last record that begins so taken for one of another type. */
function withRecord(start: readonly number[], type: number): Uint8Array {
  const bytes = makeXls();
  bytes.writeUInt16LE(type, bytes.lastIndexOf(Buffer.from(start)));
  return bytes;
}

/** How records begin: the way of dates, a number, a text. */
const [DATES, NUMBER, TEXT] = [
  [0x22, 0, 2, 0],
  [3, 2, 14, 0],
  [4, 2, 13, 0],
];

test.each([
  ["that asks for a password", DATES, 0x2f, "encrypted"],
  ["with a style that is too short", DATES, 0xe0, "damaged"],
  ["with an entry of a sheet that is too short", DATES, 0x85, "damaged"],
  ["with a formula that is too short, in which the library never ends", NUMBER, 0x06, "damaged"],
])("a workbook %s is refused", async (...[, start, type, code]) => {
  await expect(xls.extract(withRecord(start, type))).rejects.toMatchObject({
    name: "UnreadableSource",
    code,
  });
});

test("a formula of several cells in which the library never ends is passed over", async () => {
  const { value } = await xls.extract(withRecord(TEXT, 0x221));
  expect(value.blocks.length).toBeGreaterThan(0);
});

test("a formula has the result that is saved with it", async () => {
  const { value } = await xls.extract(makeXls({ B2: { t: "n", v: 2.5, f: "SUM(1,2)" } }));
  const table = value.blocks.find((block) => block.type === "table");
  expect(table?.cells.map(({ text }) => text)).toEqual(["项目", "金额", "合计", "2.5"]);
});

test("macros are not run, and told", async () => {
  const file = CFB.read(makeXls(), { type: "buffer" });
  expect((await xls.extract(makeXls())).findings).toEqual([]);
  CFB.utils.cfb_add(file, "/_VBA_PROJECT_CUR/VBA/dir", Buffer.from("x"));
  const { findings } = await xls.extract(Buffer.from(CFB.write(file, { type: "array" })));
  expect(findings).toMatchObject([{ rule: "not_run_nor_fetched", facts: { macros: 1, links: 0 } }]);
});
