/** The columns of a terminal that a character takes: two where it is as wide as it is high. */
export function widthOf(character: string): number {
  return WIDE.test(character) ? 2 : ZERO.test(character) ? 0 : 1;
}

const WIDE =
  /[\p{sc=Han}\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6“”‘’…—·]/u;
const ZERO = /[\p{Mn}\p{Cf}]/u;
