/** An object that has, under each key, what is made for it. */
export function objectOf<All>(
  keys: readonly (keyof All)[],
  make: <K extends keyof All>(key: K) => All[K],
): All;
export function objectOf<K extends PropertyKey>(
  keys: readonly K[],
  make: (key: K) => unknown,
): object {
  return Object.fromEntries(keys.map((key) => [key, make(key)]));
}
