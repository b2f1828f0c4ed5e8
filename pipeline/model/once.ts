/** `make`'s value, made at the first call and kept: a list that a run may not need costs nothing until it is asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
