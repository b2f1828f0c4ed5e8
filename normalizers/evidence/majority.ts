import { type Comparison, judge } from "./comparison.js";

/**
 * The comparisons of groups in which most hold, of at least `least`: where few do, the parts were not those of the
 * total, and what fails shows nothing.
 */
export function whereMostHold(
  groups: readonly (readonly Comparison[])[],
  least: number,
): readonly Comparison[] {
  return groups.filter((group) => isMostlyHeld(group, least)).flat();
}

function isMostlyHeld(group: readonly Comparison[], least: number): boolean {
  const held = group.filter((one) => isTelling(one) && judge(one).kind !== "differs").length;
  const failed = group.filter((one) => judge(one).kind === "differs").length;
  return held >= least && held > failed;
}

/** A sum of one part or of nothing holds by itself. */
const isTelling = ({ stated, readings }: Comparison): boolean =>
  !stated.yuan.eq(0) &&
  readings.some((parts) => parts.filter(({ yuan }) => !yuan.eq(0)).length > 1);
