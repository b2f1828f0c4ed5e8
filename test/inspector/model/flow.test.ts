import { expect, test } from "vitest";
import type { DocumentDataset } from "../../../inspector/model/dataset.js";
import { flowOf } from "../../../inspector/model/flow.js";
import { extract } from "../../../index.js";

/** What stands in the flow, its tables left out. */
async function flowOfText(...lines: readonly string[]): Promise<readonly string[]> {
  const bytes = Buffer.from(lines.join("\n"));
  const dataset: DocumentDataset = await extract({ fileName: "a.txt", bytes });
  return flowOf(dataset).flatMap((block) => (block.type === "table" ? [] : [block.text]));
}

/** Titles of sections have no numbers. */
const withoutNumber = (line: string) => line.replace(/^第.部分 /u, "");

test("headings behind all else of a document stand at its end", async () => {
  const lines = ["第一部分 单位概况", "本单位负责交通。", "第二部分 预算表", "第三部分 名词解释"];
  expect(await flowOfText(...lines)).toEqual(lines.map(withoutNumber));
});

test("headings of parts that say nothing stand where they are", async () => {
  const lines = ["第一部分 单位概况", "第二部分 预算表", "本单位负责交通。"];
  expect(await flowOfText(...lines)).toEqual(lines.map(withoutNumber));
});
