import { textOf } from "./read-segment.js";
import type { RecognizedLine } from "./recognized-page.js";
import { SCAN } from "./settings.js";

const HAN = /\p{sc=Han}/gu;
/** Letters and figures; marks alone are as low as they like. */
const WRITTEN = /[\p{L}\p{N}]/u;

/** The font size of each line, in pixels. Ink measures it roughly: those near a frequent one are that one. */
export function lineSizes(lines: readonly RecognizedLine[]): number[] {
  const measured = lines.map((line) => {
    const height = line.box[3] - line.box[1];
    const count = (textOf(line.characters).match(HAN) ?? []).length;
    const isShown = count >= SCAN.sizes.enoughHan;
    return {
      size: height / (isShown ? SCAN.sizes.hanInk : SCAN.sizes.figureInk),
      weight: isShown ? count : 0,
    };
  });
  const sure = measured.filter(({ weight }) => weight >= SCAN.sizes.sureHan);
  const frequent = frequentSizes(sure.length > 0 ? sure : measured);
  return measured.map(({ size, weight }, i) => {
    const line = lines[i];
    if (line !== undefined && !WRITTEN.test(textOf(line.characters))) return frequent[0] ?? size;
    return weight >= SCAN.sizes.sureHan ? firstNear(frequent, size) : nearest(frequent, size);
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
    const usual = group.find(({ weight }) => (passed += weight) >= middle);
    if (usual !== undefined) found.push(usual.size);
    rest = rest.filter((one) => !group.includes(one));
  }
  return found;
}

function weigh(group: readonly Measured[]): number {
  return group.reduce((sum, { weight }) => sum + weight, 0);
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= SCAN.sizes.same * Math.max(a, b);
}

/** The most frequent of the sizes that are near enough; else the size itself. */
function firstNear(sizes: readonly number[], size: number): number {
  return sizes.find((each) => isSame(each, size)) ?? size;
}

/** The nearest of the sizes, if it is near enough; else the size itself. */
function nearest(sizes: readonly number[], size: number): number {
  const [first] = sizes.toSorted((a, b) => Math.abs(a - size) - Math.abs(b - size));
  return first !== undefined && Math.abs(first - size) <= SCAN.sizes.near * size ? first : size;
}
