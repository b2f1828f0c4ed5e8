import { describe, expect, test } from "vitest";
import { central } from "./central.js";
import type { Layout } from "./layout.js";
import { lists } from "./lists.js";
import { southwest } from "./southwest.js";
import { provinces } from "./provinces.js";
import { accounts } from "./accounts.js";
import { evaluations } from "./evaluations.js";
import { registers } from "./registers.js";
import { EDITIONS, type Edition, readLayout } from "./print-layout.js";

const LAYOUTS: readonly Layout[] = [
  ...central,
  ...southwest,
  ...provinces,
  ...lists,
  ...accounts,
  ...evaluations,
  ...registers,
];
const editions = Object.keys(EDITIONS).filter((key): key is Edition => key in EDITIONS);

describe.each(LAYOUTS)("$name", (layout) => {
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
