/** Who belongs together: for each of `count` things the number of its group, given the pairs that do. */
export function grouped(
  count: number,
  pairs: Iterable<readonly [number, number]>,
): Readonly<Int32Array> {
  const parents = Int32Array.from({ length: count }, (_, i) => i);
  const first = (of: number): number => {
    let at = of;
    for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
      parents[at] = parents[parent] ?? parent;
      at = parent;
    }
    return at;
  };
  for (const [one, other] of pairs) parents[first(one)] = first(other);
  return parents.map((_, i) => first(i));
}
