import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Replaced, Verdict } from "./runner.js";

/** Runs tests over changed modules in a process of its own, which is replaced where a mutant never ends. */
export class Trials implements Disposable {
  #runner: ChildProcess | undefined;

  /** What the tests say of a module; one that does not end within so many milliseconds fails them. */
  async of(replaced: Replaced, patience: number): Promise<Verdict> {
    const runner = (this.#runner ??= fork(new URL("runner.js", import.meta.url)));
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(), patience);
    runner.send(replaced);
    const verdict = await Promise.race([
      once(runner, "message", over).then(([told]: Verdict[]) => told),
      once(runner, "exit", over).then(() => undefined),
    ]).catch(() => undefined);
    clearTimeout(timer);
    over.abort();
    if (verdict === undefined) this[Symbol.dispose]();
    return verdict ?? { failed: "does not end" };
  }

  [Symbol.dispose](): void {
    this.#runner?.kill("SIGKILL");
    this.#runner = undefined;
  }
}
