import type { OtherReading, ReadCharacter } from "../engine/engine.js";
import type { ModelOutput } from "./runtime.js";
import { PPOCR } from "./settings.js";
import { elementAt } from "../../../pipeline/model/element-at.js";
import { floatAt } from "../../common/typed-arrays.js";

const { perhaps: PERHAPS } = PPOCR.reading;

/** The class that says: between characters, or nothing. */
const NOTHING = 0;

/** Steps along a line at which one class is the likeliest. */
interface Run {
  readonly best: number;
  /** The step at which it is surest. */
  readonly peak: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The characters of a line of `width` pixels, from the likelihood of each class at each step along it
 * (connectionist temporal classification): equal classes side by side are one character.
 */
export function decode(
  { values, shape }: ModelOutput,
  characters: readonly string[],
  width: number,
): ReadCharacter[] {
  const [steps, classes] = [elementAt(shape, 1), elementAt(shape, 2)];
  const at = (step: number) => values.subarray(step * classes, (step + 1) * classes);
  const runs = runsOf(steps, at);
  return runs.flatMap((run, i): ReadCharacter[] => {
    const likely = at(run.peak);
    if (run.best === NOTHING) {
      const beside = [runs[i - 1]?.best, runs[i + 1]?.best];
      return perhaps(run, at, { beside, characters, pixels: width / steps });
    }
    return [
      {
        text: characters[run.best] ?? "",
        confidence: floatAt(likely, run.best),
        left: (run.from * width) / steps,
        right: (run.to * width) / steps,
        others: others(likely, run.best, {
          characters,
          most: PPOCR.reading.mostOthers,
          least: PPOCR.reading.possible,
        }),
      },
    ];
  });
}

function runsOf(steps: number, at: (step: number) => Float32Array): Run[] {
  const runs: Run[] = [];
  for (let step = 0; step < steps; step += 1) {
    const likely = at(step);
    const best = likeliest(likely);
    const last = runs.at(-1);
    if (last?.best !== best) runs.push({ best, peak: step, from: step, to: step + 1 });
    else {
      const isSurer = floatAt(likely, best) > floatAt(at(last.peak), best);
      runs[runs.length - 1] = { ...last, to: step + 1, peak: isSurer ? step : last.peak };
    }
  }
  return runs;
}

function likeliest(likely: Float32Array): number {
  let best = 0;
  for (let i = 1; i < likely.length; i += 1)
    if (floatAt(likely, i) > floatAt(likely, best)) best = i;
  return best;
}

/** How many other readings are kept, and how likely they must be. */
interface Kept {
  readonly characters: readonly string[];
  readonly most: number;
  readonly least: number;
}

/** The other classes that are possible, the likeliest first; nothing is one of them. */
function others(
  likely: Float32Array,
  best: number,
  { characters, most, least }: Kept,
): readonly OtherReading[] {
  const found: OtherReading[] = [];
  for (let i = 0; i < likely.length; i += 1) {
    const confidence = floatAt(likely, i);
    if (i !== best && confidence >= least) found.push({ text: characters[i] ?? "", confidence });
  }
  return found.toSorted((a, b) => b.confidence - a.confidence).slice(0, most);
}

interface Gap {
  readonly beside: readonly (number | undefined)[];
  readonly characters: readonly string[];
  readonly pixels: number;
}

/** A character that may stand where nothing was read; what spreads from its neighbours is none. */
function perhaps(run: Run, at: (step: number) => Float32Array, gap: Gap): ReadCharacter[] {
  const { beside, characters, pixels } = gap;
  let found: { step: number; confidence: number; best: number } | undefined;
  for (let step = run.from; step < run.to; step += 1) {
    const likely = at(step);
    // Nothing else is likely enough: most steps are passed over, for there are thousands of classes.
    if (floatAt(likely, NOTHING) > 1 - PERHAPS) continue;
    for (let i = 1; i < likely.length; i += 1) {
      const confidence = floatAt(likely, i);
      if (confidence > (found?.confidence ?? PERHAPS) && !beside.includes(i))
        found = { step, confidence, best: i };
    }
  }
  if (found === undefined) return [];
  const { step, confidence } = found;
  const guesses = others(at(step), NOTHING, { characters, ...PPOCR.reading.guesses });
  const written = guesses.filter(({ text }) => text.trim() !== "");
  if (written.length === 0) return [];
  return [
    {
      text: "",
      confidence: 1 - confidence,
      left: step * pixels,
      right: (step + 1) * pixels,
      others: written,
    },
  ];
}
