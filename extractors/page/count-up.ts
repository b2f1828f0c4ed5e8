/** The whole numbers from one up to another, without it; none where that is not greater. */
export function countUp(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
