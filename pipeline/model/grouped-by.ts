/** The items of each key, in the order of first appearance. */
export function groupedBy<K, T>(
  items: Iterable<T>,
  keyOf: (item: T) => K,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Groups by a key, in the order of first appearance. */
export function grouped<T>(
  items: Iterable<T>,
  keyOf: (item: T) => unknown,
): readonly (readonly T[])[] {
  return [...groupedBy(items, keyOf).values()];
}
