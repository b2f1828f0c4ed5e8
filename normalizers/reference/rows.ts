import { readFileSync } from "node:fs";

/**
 * A data file beside this module, one array of cells a row, without its header row. Read when first
 * asked for: starting the program must not cost the parsing of lists that a document may not need.
 */
export function rowsOf(file: string): () => readonly (readonly string[])[] {
  return once(() => readRows(new URL(file, import.meta.url)));
}

/** The rows of a file of tab-separated values without its header row, one array of cells each. */
export function readRows(file: URL): readonly (readonly string[])[] {
  const text = readFileSync(file, "utf8");
  return text
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));
}

/** `make`'s value, made at the first call and kept. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The items of each key, in their order. */
export function groupedBy<T>(
  items: readonly T[],
  key: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
