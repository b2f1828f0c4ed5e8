import { type Box, type Matrix, mapPoint } from "../../page/geometry.js";
import type { Rule } from "../../page/marks.js";
import { PAINTED } from "./settings.js";
import { elementAt } from "../../../pipeline/model/element-at.js";
import { floatAt } from "../../common/typed-arrays.js";

/** How a path is drawn: from its space to the page, and what is seen of it. */
export interface Drawing {
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly lineWidth: number;
  readonly strokeHidden: boolean;
  readonly fillHidden: boolean;
}

type Point = readonly [number, number];
interface Subpath {
  readonly points: Point[];
  closed: boolean;
  curved: boolean;
}

/** The rules that stroking this path draws: its straight horizontal and vertical pieces. */
export function strokedRules(drawing: Drawing, path: Float32Array): Rule[] {
  const [a, b, c, d] = drawing.matrix;
  const scale = Math.sqrt(Math.abs(a * d - b * c));
  if (drawing.strokeHidden || drawing.lineWidth * scale > PAINTED.rules.thickest) return [];
  return subpaths(drawing, path)
    .flatMap(segments)
    .flatMap(([from, to]) => straightRule(from, to))
    .flatMap((rule) => clippedRule(rule, drawing.clip));
}

/** The rules that filling this path draws: its rectangles too thin to be anything else. */
export function filledRules(drawing: Drawing, path: Float32Array): Rule[] {
  if (drawing.fillHidden) return [];
  return subpaths(drawing, path)
    .filter((subpath) => !subpath.curved && subpath.points.length <= 6)
    .flatMap((subpath) => thinRule(subpath.points))
    .flatMap((rule) => clippedRule(rule, drawing.clip));
}

/** The rule that a filled box is, where it is too thin to be anything else. */
export function boxRules([left, top, right, bottom]: Box, clip: Box): Rule[] {
  const corners: Point[] = [
    [left, top],
    [right, bottom],
  ];
  return thinRule(corners).flatMap((rule) => clippedRule(rule, clip));
}

/** The small shapes with curves or many corners that filling this path draws, as those of characters are. */
export function filledShapes(drawing: Drawing, path: Float32Array): Box[] {
  if (drawing.fillHidden) return [];
  return subpaths(drawing, path)
    .filter(({ curved, points }) => curved || points.length > PAINTED.shapes.corners)
    .map(({ points }) => extentOf(points))
    .filter(([left, top, right, bottom]) => {
      const size = Math.max(right - left, bottom - top);
      return size >= PAINTED.shapes.smallest && size <= PAINTED.shapes.largest;
    });
}

/** The numbers that stand for drawing steps in a path, and how many coordinates follow each. */
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;
const COORDINATES = [2, 2, 6, 4];

function subpaths(drawing: Drawing, path: Float32Array): Subpath[] {
  const found: Subpath[] = [];
  let current: Subpath | undefined;
  for (let i = 0; i < path.length;) {
    const step = floatAt(path, i);
    if (step === CLOSE) {
      if (current !== undefined) current.closed = true;
      i += 1;
      continue;
    }
    const end = i + elementAt(COORDINATES, step);
    const point = mapPoint(drawing.matrix, floatAt(path, end - 1), floatAt(path, end));
    if (step === MOVE || current === undefined) {
      current = { points: [point], closed: false, curved: false };
      found.push(current);
    } else {
      current.points.push(point);
      if (step !== LINE) current.curved = true;
    }
    i = end + 1;
  }
  return found;
}

function segments(subpath: Subpath): [Point, Point][] {
  if (subpath.curved) return [];
  const { points, closed } = subpath;
  const pairs: [Point, Point][] = [];
  points.forEach((to, i) => {
    const from = points[i - 1] ?? (closed ? points.at(-1) : undefined);
    if (from !== undefined) pairs.push([from, to]);
  });
  return pairs;
}

function straightRule(from: Point, to: Point): Rule[] {
  const width = Math.abs(to[0] - from[0]);
  const height = Math.abs(to[1] - from[1]);
  if (height <= PAINTED.rules.stray && width > height)
    return [horizontal(from[0], to[0], (from[1] + to[1]) / 2)];
  if (width <= PAINTED.rules.stray && height > width)
    return [vertical(from[1], to[1], (from[0] + to[0]) / 2)];
  return [];
}

function extentOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function thinRule(points: readonly Point[]): Rule[] {
  const [left, top, right, bottom] = extentOf(points);
  const [width, height] = [right - left, bottom - top];
  const rules: Rule[] = [];
  if (height <= PAINTED.rules.thickest && width >= height)
    rules.push(horizontal(left, right, (top + bottom) / 2));
  if (width <= PAINTED.rules.thickest && height >= width)
    rules.push(vertical(top, bottom, (left + right) / 2));
  return rules;
}

function horizontal(a: number, b: number, at: number): Rule {
  return { axis: "horizontal", at, from: Math.min(a, b), to: Math.max(a, b) };
}

function vertical(a: number, b: number, at: number): Rule {
  return { axis: "vertical", at, from: Math.min(a, b), to: Math.max(a, b) };
}

function clippedRule(rule: Rule, clip: Box): Rule[] {
  const [left, top, right, bottom] = clip;
  const [low, high, near, far] =
    rule.axis === "horizontal" ? [left, right, top, bottom] : [top, bottom, left, right];
  if (rule.at < near - PAINTED.rules.stray || rule.at > far + PAINTED.rules.stray) return [];
  const from = Math.max(rule.from, low - PAINTED.rules.stray);
  const to = Math.min(rule.to, high + PAINTED.rules.stray);
  return from < to ? [{ ...rule, from, to }] : [];
}
