import { expect, test } from "vitest";
import { cleanPage } from "../../../extractors/raster/clean-page.js";
import { pixelRules } from "../../../extractors/raster/rules.js";
import { straightened, turned } from "../../../extractors/raster/straighten.js";
import { inColour, paint, paintLines, paper } from "./draw.js";

test("a crooked page in shadow that lies on its side becomes straight, and its table is found", () => {
  const page = paper(1200, 1600);
  for (let y = 300; y <= 900; y += 60) paint(page, [200, y, 1000, y + 2]);
  for (const x of [200, 500, 998]) paint(page, [x, 300, x + 2, 902]);
  for (let y = 322; y < 900; y += 60)
    for (const left of [220, 540]) paintLines(page, { left, top: y, width: 200, lines: 1 });
  const lying = inColour(turned(straightened(page, -1.2), 3));
  lying.data.forEach((value, i) => {
    lying.data[i] = Math.round(30 + value * (0.85 - (0.3 * i) / lying.data.length));
  });
  const { gray, quarters, degrees, dpi } = cleanPage(lying);
  expect(quarters).toBe(1);
  expect(degrees).toBeCloseTo(1.2, 1);
  expect(dpi).toBe(200);
  const { rules } = pixelRules(gray, dpi);
  expect(rules.filter(({ axis }) => axis === "horizontal")).toHaveLength(11);
  expect(rules.filter(({ axis }) => axis === "vertical")).toHaveLength(3);
});
