/** A counting semaphore with an exclusive mode: it lets so many in at once, or one alone. */
export interface Semaphore {
  /** Waits for a place; the function returned gives it back. */
  readonly enter: () => Promise<() => void>;
  /** Waits until nobody is inside, and keeps the others out until it is given back. */
  readonly enterAlone: () => Promise<() => void>;
}

/** A semaphore of some places. Who wants to be alone comes before those who do not. */
export function openSemaphore(places: number): Semaphore {
  const waiting: (() => void)[] = [];
  const waitingAlone: (() => void)[] = [];
  let inside = 0;
  const admit = () => {
    while (inside < places && waitingAlone.length === 0 && waiting.length > 0) {
      inside += 1;
      waiting.shift()?.();
    }
    if (inside === 0 && waitingAlone.length > 0) {
      inside = places;
      waitingAlone.shift()?.();
    }
  };
  const queued = (line: (() => void)[], taken: number) =>
    new Promise<() => void>((resolve) => {
      line.push(() =>
        resolve(() => {
          inside -= taken;
          admit();
        }),
      );
      admit();
    });
  return { enter: () => queued(waiting, 1), enterAlone: () => queued(waitingAlone, places) };
}
