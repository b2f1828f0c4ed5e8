/** Ends when the signal is given; waits no longer, and never ends, once `unless` is given. */
export function aborted(signal: AbortSignal, unless?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    const options = unless === undefined ? { once: true } : { once: true, signal: unless };
    signal.addEventListener("abort", () => resolve(), options);
  });
}
