import { Session } from "node:inspector";
import type { Profiler } from "node:inspector";

/** Which code ran, by V8's own block counts: nothing is instrumented, and libraries count too. */
export interface Coverage {
  /** Whether a function ran in a way that was not seen before, since the last call. */
  readonly isNew: () => boolean;
  /** How many such ways were seen: sets of blocks of a function, with how often each ran. */
  readonly paths: () => number;
}

/** Counts blocks from now on, those of modules that are loaded later too. */
export function countBlocks(): Coverage {
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  const seen = new Set<string>();
  const isNew = () => {
    const before = seen.size;
    for (const path of pathsIn(counts(session))) seen.add(path);
    return seen.size > before;
  };
  return { isNew, paths: () => seen.size };
}

/** The counts since the last call; a session with the own process answers at once. */
function counts(session: Session): readonly Profiler.ScriptCoverage[] {
  let scripts: readonly Profiler.ScriptCoverage[] = [];
  session.post("Profiler.takePreciseCoverage", (error, { result }) => {
    if (error !== null) throw error;
    scripts = result;
  });
  return scripts;
}

function pathsIn(scripts: readonly Profiler.ScriptCoverage[]): readonly string[] {
  return scripts
    .filter(({ url }) => url.startsWith("file:") && !url.includes("/bench/"))
    .flatMap(({ scriptId, functions }) =>
      functions.map(({ ranges }) => {
        const blocks = ranges.map(({ startOffset, count }) => `${startOffset}:${bucket(count)}`);
        return `${scriptId} ${blocks.join(" ")}`;
      }),
    );
}

/** Counts in powers of two: a loop that runs once more is nothing new. */
const bucket = (count: number): number => Math.ceil(Math.log2(count + 1));
