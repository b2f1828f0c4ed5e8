import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "./catalogue.js";
import { EDITIONS, type Edition, readLayout } from "./print-layout.js";

const editions = Object.keys(EDITIONS).filter((key): key is Edition => key in EDITIONS);

describe.each(CATALOGUE)("$name", (layout) => {
  test.each(editions)("gives the same records as %s", async (edition) => {
    const { kind, amounts = [], projects = [], indicators = [], doubts = [] } = layout;
    expect(await readLayout(layout, edition)).toEqual({
      kind,
      amounts,
      projects,
      indicators,
      doubts,
    });
  });
});

test("docs/forms.md has every layout with its title and kind, and what is told of it", () => {
  const forms = readFileSync(join(import.meta.dirname, "..", "..", "docs", "forms.md"), "utf8");
  const rows = new Map(
    forms.split("\n").flatMap((line) => {
      const [, name = "", title, , kind, told] = line.split("|").map((cell) => cell.trim());
      return name === "" ? [] : [[name, [title, kind, told]] as const];
    }),
  );
  expect(CATALOGUE.map(({ name }) => [name, rows.get(name)])).toEqual(
    CATALOGUE.map(({ name, above, kind, doubts = [] }) => [
      name,
      [above[0], `\`${kind}\``, doubts.map((rule) => `\`${rule}\``).join(" ")],
    ]),
  );
});
