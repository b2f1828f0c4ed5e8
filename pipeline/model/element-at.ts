/** The element at a place that must be there; anything else is a bug, which ends the reading. */
export function elementAt<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw outside(list, index);
  return found;
}

function outside({ length }: ArrayLike<unknown>, index: number): RangeError {
  return new RangeError(`no element ${index} in a list of ${length}`);
}
