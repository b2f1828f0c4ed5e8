import { textOf } from "./read-segment.js";
import type { RecognizedLine } from "./recognized-page.js";

const HAN = /\p{sc=Han}/gu;
/** Letters and figures; marks alone are as low as they like. */
const WRITTEN = /[\p{L}\p{N}]/u;
/** How high the ink of a line is, in font sizes: with Chinese characters, and with figures alone. */
const HAN_INK = 0.92;
const FIGURE_INK = 0.74;
/** So many Chinese characters show the size of a line. */
const ENOUGH = 2;
/** So many show it for sure; a few may be low ones, as 一 and 万元 are. */
const SURE = 4;
/** Sizes that differ by less than this share are one, measured twice. */
const SAME = 0.1;
/** Where too few characters show it, a size so near what they show is taken. */
const NEAR = 0.35;

/** The font size of each line, in pixels. Ink measures it roughly: those near a frequent one are that one. */
export function lineSizes(lines: readonly RecognizedLine[]): number[] {
  const measured = lines.map((line) => {
    const height = line.box[3] - line.box[1];
    const count = textOf(line.characters).match(HAN)?.length ?? 0;
    const isShown = count >= ENOUGH;
    return { size: height / (isShown ? HAN_INK : FIGURE_INK), weight: isShown ? count : 0 };
  });
  const sure = measured.filter(({ weight }) => weight >= SURE);
  const frequent = frequentSizes(sure.length > 0 ? sure : measured);
  return measured.map(({ size, weight }, i) => {
    const line = lines[i];
    if (line !== undefined && !WRITTEN.test(textOf(line.characters))) return frequent[0] ?? size;
    return weight >= SURE ? firstNear(frequent, size) : nearest(frequent, size);
  });
}

interface Measured {
  readonly size: number;
  readonly weight: number;
}

/** The size that most characters have, then that of most others, and so on. */
function frequentSizes(measured: readonly Measured[]): number[] {
  let rest = measured.filter(({ weight }) => weight > 0).toSorted((a, b) => a.size - b.size);
  const found: number[] = [];
  while (rest.length > 0) {
    const near = ({ size }: Measured) => rest.filter((other) => isSame(size, other.size));
    const group = rest.map(near).reduce((most, next) => (weigh(next) > weigh(most) ? next : most));
    const middle = weigh(group) / 2;
    let passed = 0;
    found.push(group.find(({ weight }) => (passed += weight) >= middle)?.size ?? 0);
    rest = rest.filter((one) => !group.includes(one));
  }
  return found;
}

function weigh(group: readonly Measured[]): number {
  return group.reduce((sum, { weight }) => sum + weight, 0);
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME * Math.max(a, b);
}

/** The most frequent of the sizes that are near enough; else the size itself. */
function firstNear(sizes: readonly number[], size: number): number {
  return sizes.find((each) => isSame(each, size)) ?? size;
}

/** The nearest of the sizes, if it is near enough; else the size itself. */
function nearest(sizes: readonly number[], size: number): number {
  const [first] = sizes.toSorted((a, b) => Math.abs(a - size) - Math.abs(b - size));
  return first !== undefined && Math.abs(first - size) <= NEAR * size ? first : size;
}
