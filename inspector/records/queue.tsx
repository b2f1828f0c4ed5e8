import { useEffect, useState } from "preact/hooks";
import type { Shown } from "../document-view.js";
import type { Doubt } from "../model/doubts.js";
import { printSpot, spotOf } from "../../pipeline/model/spot.js";
import type { Dismiss } from "./findings.js";
import { useKeys } from "../shared/keys.js";
import { useWords } from "../shared/language.js";
import { percent } from "../shared/numbers.js";
import { Message } from "../shared/parts.js";

interface Props extends Shown {
  readonly doubts: readonly Doubt[];
  readonly dismiss: Dismiss | undefined;
}

/** One doubtful thing after another, the gravest first, by keyboard alone. */
export function Queue({ doubts, choose, dismiss }: Props) {
  const { say } = useWords();
  const [index, setIndex] = useState(0);
  const doubt = doubts[index];
  const show = (one: Doubt | undefined) => {
    if (one !== undefined) choose(one.spot, one.finding?.related.map(spotOf) ?? []);
  };
  const go = (to: number) => {
    const next = Math.max(0, Math.min(doubts.length - 1, to));
    setIndex(next);
    show(doubts[next]);
  };
  useEffect(() => show(doubts[0]), []);
  const dismissed = () => {
    if (doubt !== undefined && doubt.finding !== null) dismiss?.(doubt.finding);
  };
  useKeys({
    j: () => go(index + 1),
    k: () => go(index - 1),
    Enter: () => show(doubt),
    d: dismissed,
  });
  if (doubt === undefined) return <Message>{say("queueEmpty")}</Message>;
  return (
    <div class="queue">
      <p>
        <b>
          {index + 1} {say("of")} {doubts.length}
        </b>{" "}
        <Steps back={() => go(index - 1)} on={() => go(index + 1)} />
        <small>{say("queueKeys")}</small>
      </p>
      <DoubtText doubt={doubt} />
    </div>
  );
}

function Steps({ back, on }: { back: () => void; on: () => void }) {
  return (
    <>
      <button type="button" onClick={back}>
        k ↑
      </button>{" "}
      <button type="button" onClick={on}>
        j ↓
      </button>{" "}
    </>
  );
}

function DoubtText({ doubt: { finding, cell, confidence, spot } }: { doubt: Doubt }) {
  const { say, language } = useWords();
  return (
    <p class="doubt" aria-live="polite">
      {finding !== null && (
        <>
          <span class={`severity ${finding.severity}`}>{say(finding.severity)}</span>{" "}
          {language === "zh" ? finding.message_zh : finding.message}{" "}
        </>
      )}
      {cell !== null && (
        <>
          <b class="print">{cell.text}</b> {say("confidence")} {percent(confidence)}{" "}
        </>
      )}
      <small>{printSpot(spot)}</small>
    </p>
  );
}
