import { expect, test } from "vitest";
import { flattened } from "../../../extractors/raster/flatten.js";
import type { Gray } from "../../../extractors/raster/gray.js";
import { isSame, paint, paintLines, paper, shade } from "./draw.js";

function printed(): Gray {
  const gray = paper(800, 600);
  paintLines(gray, { left: 100, top: 100, width: 600, lines: 9 });
  return gray;
}

/** The same numbers every time. */
function random(): () => number {
  let state = 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

test("clean print stays as it is", () => {
  expect(isSame(flattened(printed(), 200), printed())).toBe(true);
});

test("paper in shadow and print on fills become black on white", () => {
  const gray = printed();
  paint(gray, [300, 250, 700, 320], 200);
  paintLines(gray, { left: 320, top: 276, width: 300, lines: 1 });
  gray.data.forEach((value, i) => {
    const light = 1 - (0.5 * (i % 800)) / 800;
    gray.data[i] = Math.round((40 + (value * 215) / 255) * light);
  });
  const flat = flattened(gray, 200);
  expect(shade(flat, 60, 60)).toBeGreaterThan(245);
  expect(shade(flat, 760, 560)).toBeGreaterThan(245);
  expect(shade(flat, 650, 285)).toBeGreaterThan(245);
  expect(shade(flat, 110, 117)).toBeLessThan(60);
  expect(shade(flat, 665, 381)).toBeLessThan(60);
  expect(shade(flat, 325, 293)).toBeLessThan(80);
});

test("the grain of the paper becomes white", () => {
  const gray = printed();
  const next = random();
  gray.data.forEach((value, i) => {
    const grain = (next() + next() + next() - 1.5) * 30;
    gray.data[i] = Math.max(0, Math.min(255, (value === 0 ? 25 : 235) + grain));
  });
  const flat = flattened(gray, 200);
  const margin = flat.data.subarray(0, 80 * 800);
  expect(margin.filter((value) => value < 250).length).toBeLessThan(0.02 * margin.length);
  expect(shade(flat, 110, 117)).toBeLessThan(60);
});

test("dust goes and decimal points stay, at every resolution", () => {
  for (const [dpi, point] of [
    [150, 2],
    [200, 2],
    [200, 3],
    [300, 3],
  ] as const) {
    const gray = paper(800, 600);
    // Digits on both sides of a point, as in 12.5.
    for (const x of [300, 318, 342]) paint(gray, [x, 200, x + 4, 224]);
    paint(gray, [330, 224 - point, 330 + point, 224]);
    paint(gray, [600, 450, 601, 451]);
    const flat = flattened(gray, dpi);
    expect(shade(flat, 331, 223)).toBe(0);
    expect(shade(flat, 600, 450)).toBe(255);
  }
});

test("salt and pepper goes from white paper", () => {
  const gray = printed();
  const next = random();
  for (let i = 0; i < gray.data.length; i += 1) if (next() < 0.002) gray.data[i] = 0;
  const margin = flattened(gray, 200).data.subarray(0, 80 * 800);
  expect(margin.filter((value) => value < 200)).toHaveLength(0);
});

test("leader dots stay", () => {
  const gray = paper(800, 600);
  for (let x = 200; x < 600; x += 12) paint(gray, [x, 300, x + 3, 303]);
  expect(isSame(flattened(gray, 200), gray)).toBe(true);
});

test("dark borders of a scan and punch holes go, print beside them stays", () => {
  const gray = printed();
  paint(gray, [0, 0, 800, 20], 15);
  for (let y = 20; y < 600; y += 1) paint(gray, [0, y, 40 - (y >> 4), y + 1], 15);
  paint(gray, [798, 0, 800, 600], 30);
  for (let y = -22; y <= 22; y += 1) {
    const half = Math.round(Math.sqrt(22 * 22 - y * y));
    paint(gray, [70 - half, 300 + y, 70 + half, 301 + y], 15);
  }
  const flat = flattened(gray, 200);
  expect(Math.min(...flat.data.subarray(0, 90 * 800))).toBeGreaterThan(240);
  const darkest = { margin: 255, edge: 255 };
  for (let y = 0; y < 600; y += 1) {
    for (let x = 0; x < 95; x += 1) darkest.margin = Math.min(darkest.margin, shade(flat, x, y));
    darkest.edge = Math.min(darkest.edge, shade(flat, 799, y));
  }
  expect(darkest.margin).toBeGreaterThan(240);
  expect(darkest.edge).toBeGreaterThan(240);
  expect(shade(flat, 110, 117)).toBeLessThan(20);
});

test("print in the margin and thick borders at the edge of a picture stay", () => {
  const gray = paper(800, 600);
  // A bold character as large as a punch hole.
  for (const x of [60, 72, 84]) paint(gray, [x, 200, x + 8, 232]);
  for (const y of [200, 212, 224]) paint(gray, [60, y, 92, y + 8]);
  expect(isSame(flattened(gray, 200), gray)).toBe(true);
  paint(gray, [0, 300, 800, 305]);
  paint(gray, [400, 300, 405, 600]);
  const flat = flattened(gray, 200);
  expect(shade(flat, 50, 302)).toBe(0);
  expect(shade(flat, 402, 450)).toBe(0);
  expect(shade(flat, 61, 201)).toBe(0);
});
