import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { Shown } from "../document-view.js";
import type { Amount } from "../model/dataset.js";
import { spotOf } from "../../pipeline/model/spot.js";
import { drawn, wilson } from "../model/sample.js";
import type { Draw } from "../model/sample.js";
import { useKeys } from "../shared/keys.js";
import { useWords } from "../shared/language.js";
import { grouped, percent } from "../shared/numbers.js";

/** Values drawn by chance and compared with the page by a person, and the share of them that is right. */
export function Sample({ dataset, choose }: Shown) {
  const { say } = useWords();
  const [draw, setDraw] = useState<Draw>({ count: 20, seed: 1 });
  const [verdicts, setVerdicts] = useState<readonly boolean[]>([]);
  const values = useMemo(() => drawn(dataset.amounts, draw), [dataset, draw]);
  const show = (at: number) => {
    const value = values[at];
    if (value !== undefined) choose(spotOf(value));
  };
  const judged = (next: readonly boolean[]) => {
    setVerdicts(next);
    show(next.length);
  };
  const judge = (isRight: boolean) => judged([...verdicts, isRight].slice(0, values.length));
  useKeys({ y: () => judge(true), n: () => judge(false), u: () => judged(verdicts.slice(0, -1)) });
  const begin = (next: Draw) => {
    setDraw(next);
    setVerdicts([]);
  };
  return (
    <div class="sample">
      <DrawChoice draw={draw} change={begin}>
        <button type="button" onClick={() => show(verdicts.length)}>
          {say("draw")}
        </button>
      </DrawChoice>
      <Drawn value={values[verdicts.length]} number={verdicts.length + 1} all={values.length} />
      <Verdict judge={judge} />
      <Result verdicts={verdicts} />
    </div>
  );
}

interface DrawnProps {
  readonly value: Amount | undefined;
  readonly number: number;
  readonly all: number;
}

function Drawn({ value, number, all }: DrawnProps) {
  const { say } = useWords();
  if (value === undefined) return null;
  const { label, measure_raw, raw, amount } = value;
  return (
    <p aria-live="polite">
      <b>
        {number} {say("of")} {all}
      </b>{" "}
      {label} · {measure_raw} · <b class="number">{raw}</b>
      {amount !== null && ` = ${grouped(amount)} ${say("yuan")}`}
    </p>
  );
}

function Verdict({ judge }: { judge: (isRight: boolean) => void }) {
  const { say } = useWords();
  return (
    <p>
      <button type="button" class="good" onClick={() => judge(true)}>
        {say("right")} (y)
      </button>{" "}
      <button type="button" class="bad" onClick={() => judge(false)}>
        {say("wrong")} (n)
      </button>
    </p>
  );
}

interface DrawProps {
  readonly draw: Draw;
  readonly change: (draw: Draw) => void;
  readonly children: ComponentChildren;
}

/** How many values are drawn, and which: the same seed draws the same again. */
function DrawChoice({ draw, change, children }: DrawProps) {
  const { say } = useWords();
  return (
    <p>
      <NumberField
        word="sampleSize"
        value={draw.count}
        change={(count) => change({ ...draw, count })}
      />
      <NumberField
        word="sampleSeed"
        value={draw.seed}
        change={(seed) => change({ ...draw, seed })}
      />
      {children} <small>{say("sampleHint")}</small>
    </p>
  );
}

interface FieldProps {
  readonly word: "sampleSize" | "sampleSeed";
  readonly value: number;
  readonly change: (value: number) => void;
}

function NumberField({ word, value, change }: FieldProps) {
  const { say } = useWords();
  return (
    <label>
      <input
        type="number"
        min="1"
        value={value}
        onInput={(event) => change(Math.max(1, Math.trunc(Number(event.currentTarget.value))))}
      />{" "}
      {say(word)}{" "}
    </label>
  );
}

function Result({ verdicts }: { verdicts: readonly boolean[] }) {
  const { say } = useWords();
  const right = verdicts.filter(Boolean).length;
  const share = wilson(right, verdicts.length);
  if (share === null) return null;
  return (
    <p class="result">
      <b>
        {right} / {verdicts.length}
      </b>{" "}
      {percent(share.share)} {say("sampleResult")} {percent(share.low)} – {percent(share.high)}
    </p>
  );
}
