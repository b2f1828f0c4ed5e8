import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { formats } from "../extractors/index.js";
import { formatOf } from "../extractors/sniff.js";
import { UNREADABLE_CODES } from "../pipeline/model/error-codes.js";
import { UnreadableSource } from "../pipeline/model/errors.js";
import { readingRules } from "../scripts/documentation.js";

const pages = await Promise.all(
  ["docs/formats.md", "docs/zh/formats.md"].map(async (page) => ({
    page,
    text: await readFile(new URL(`../${page}`, import.meta.url), "utf8"),
  })),
);

describe.each(pages)("$page", ({ text }) => {
  test("has a row for each format that is read, and for no other", () => {
    const rows = text.split("\n").map((line) => line.split(" | "));
    const told = rows.flatMap(([, extractor = "", type = ""]) => {
      const name = /^`([a-z]+)`$/u.exec(extractor)?.[1];
      return name === undefined || !type.includes("/") ? [] : [`${name} ${type}`];
    });
    const read = formats.map(({ name, mediaType }) => `${name} ${mediaType}`);
    expect(told.toSorted()).toEqual(read.toSorted());
  });

  test("names findings and codes that there are", () => {
    const named = text.match(/(?<=`)[a-z]+(?:_[a-z]+)+(?=`)/gu) ?? [];
    const known: ReadonlySet<string> = new Set([
      ...readingRules.map(({ id }) => id),
      ...UNREADABLE_CODES,
      "media_type",
      "file_name",
    ]);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});

test.each([
  { of: "a workbook of before 1993", bytes: Buffer.from([0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0]) },
  {
    of: "a presentation",
    bytes: Buffer.from("PK\u0003\u0004......................ppt/presentation.xml"),
  },
])("$of is known, and told what to do with", ({ bytes }) => {
  let error: unknown;
  try {
    formatOf(bytes, formats);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(UnreadableSource);
  expect(error).toMatchObject({ code: "unsupported_format" });
  expect(String(error)).toMatch(/ (?:Save it|Open it) /u);
});
