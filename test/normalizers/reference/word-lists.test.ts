import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { meaningOf, wordLists } from "../../../normalizers/reference/word-lists.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";

const { at } = temporaryFolder();

function listsOf(...lines: readonly string[]) {
  const path = at("words.tsv");
  writeFileSync(path, `${["list\tvalue\twords\tseen", ...lines].join("\n")}\n`);
  return wordLists(pathToFileURL(path), ["side"]);
}

const INCOME = "side\tincome\t收入|来源\t收入总表";

test("the first wording that fits counts", () => {
  const side = listsOf("side\tboth\t收支\t收支总表", INCOME)("side", ["income", "both"]);
  expect(
    ["收入总表", "资金来源", "收支来源表", "支出"].map((text) => meaningOf(side, text)),
  ).toEqual(["income", "income", "both", null]);
});

test.each([
  ["a list that is none", "face\tincome\t收入\t收入总表", "“face” is none of the lists: side."],
  [
    "a value that is none",
    "side\tin\t收入\t收入总表",
    "“in” is none of the values of side: income.",
  ],
  ["no wording", "side\tincome\t\t收入总表", "a line has a list, a value, a wording and"],
  ["no place where it was seen", "side\tincome\t收入\t", "a line has a list, a value, a wording"],
  ["a cell too few", "side\tincome\t收入", "a line has a list, a value, a wording and"],
  ["no regular expression", "side\tincome\t(收入\t收入总表", "Invalid regular expression"],
])("a line with %s is an error", (_, line, message) => {
  expect(() => listsOf(INCOME, line)("side", ["income"])).toThrow(message);
});

test("an error names file and line", () => {
  expect(() => listsOf(INCOME, "face\tincome\t收入\t收入总表")).toThrow("words.tsv, line 3: ");
});

test("a wording puts in the terms above it by their names", () => {
  const lists = listsOf(
    "term\tfunds\t(?:政府性)?基金\t政府性基金",
    "term\tbelow\t市|县|{funds}县\t市县",
    "side\tincome\t^{below}{1,2}上解$\t市县上解",
  );
  const side = lists("side", ["income"]);
  expect(
    ["市县上解", "县上解", "基金县上解", "市县县上解", "{below}上解"].map((text) =>
      meaningOf(side, text),
    ),
  ).toEqual(["income", "income", "income", null, null]);
});

test("a name of no term is an error", () => {
  expect(() => listsOf("side\tincome\t{below}上解\t市县上解")).toThrow(
    "Invalid regular expression",
  );
});
