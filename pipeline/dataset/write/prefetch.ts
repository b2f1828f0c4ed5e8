/** How far work may run ahead of who takes its results. */
export interface Prefetch<T> {
  /** How many results may be in the making or not yet done with. */
  readonly most: number;
  /** What an item weighs: the memory that it will hold, or a number that grows with it. */
  readonly weigh?: (item: T) => number;
  /** What they may weigh together. One that is heavier goes alone. */
  readonly mostWeight?: number;
}

/**
 * The results of some work on each item, in the order of the items. Work on the next ones is begun
 * before a result is taken, so that waiting overlaps while memory stays bounded. The first failure in
 * that order ends it, when all that was begun has ended.
 */
export async function* prefetch<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => Promise<R>,
  { most, weigh = () => 0, mostWeight = Infinity }: Prefetch<T>,
): AsyncGenerator<R> {
  const begun: { readonly weight: number; readonly result: Promise<R> }[] = [];
  let held = 0;
  async function* takeWhile(full: () => boolean): AsyncGenerator<R> {
    for (let first = begun[0]; first !== undefined && full(); first = begun[0]) {
      yield await first.result;
      begun.shift();
      held -= first.weight;
    }
  }
  try {
    for await (const item of items) {
      const weight = weigh(item);
      yield* takeWhile(() => begun.length >= most || held + weight > mostWeight);
      const result = work(item);
      // It is looked at when its turn comes; until then its failure is nobody's.
      result.catch(() => undefined);
      begun.push({ weight, result });
      held += weight;
    }
    yield* takeWhile(() => true);
  } finally {
    await Promise.allSettled(begun.map(({ result }) => result));
  }
}
