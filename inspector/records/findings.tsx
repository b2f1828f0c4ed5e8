import { useMemo, useState } from "preact/hooks";
import type { Shown } from "../document-view.js";
import type { Finding } from "../model/dataset.js";
import { printSpot, spotOf } from "../../pipeline/model/spot.js";
import { sumOf } from "../model/sums.js";
import { useWords } from "../shared/language.js";
import { Message } from "../shared/parts.js";
import { Sum } from "./sum.js";

const SEVERITIES = ["error", "warning", "info"] as const;
type Severity = (typeof SEVERITIES)[number];

/** What is wrong or doubtful in a document, each leading to its place and to the other places that it speaks of. */
export function Findings({ dismiss, ...shown }: Shown & Pick<ItemProps, "dismiss">) {
  const { say } = useWords();
  const { findings } = shown.dataset;
  const [filter, setFilter] = useState<Filter>({ hidden: [], rule: "" });
  if (findings.length === 0) return <Message>{say("noFindings")}</Message>;
  const fitting = findings.filter(
    ({ severity, rule }) =>
      !filter.hidden.includes(severity) && (filter.rule === "" || rule === filter.rule),
  );
  return (
    <div class="findings">
      <FilterChoice findings={findings} filter={filter} change={setFilter} />
      <ol class="list" tabIndex={0} aria-label={say("findings")}>
        {fitting.map((finding, i) => (
          <FindingItem key={i} finding={finding} choose={shown.choose} dismiss={dismiss} />
        ))}
      </ol>
    </div>
  );
}

/** Which findings are shown: those of a severity that is not hidden, and of one rule, or of every. */
interface Filter {
  readonly hidden: readonly Severity[];
  readonly rule: string;
}

interface FilterProps {
  readonly findings: readonly Finding[];
  readonly filter: Filter;
  readonly change: (filter: Filter) => void;
}

function FilterChoice({ findings, filter, change }: FilterProps) {
  const { say } = useWords();
  const { hidden, rule } = filter;
  const rules = useMemo(
    () => [...new Set(findings.map((each) => each.rule))].toSorted(),
    [findings],
  );
  const turned = (one: Severity) =>
    hidden.includes(one) ? hidden.filter((each) => each !== one) : [...hidden, one];
  return (
    <div class="choice" role="group" aria-label={say("severity")}>
      {SEVERITIES.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={!hidden.includes(one)}
          onClick={() => change({ ...filter, hidden: turned(one) })}
        >
          {say(one)}{" "}
          <span class="count">{findings.filter(({ severity }) => severity === one).length}</span>
        </button>
      ))}
      <select
        aria-label={say("rule")}
        value={rule}
        onChange={({ currentTarget }) => change({ ...filter, rule: currentTarget.value })}
      >
        <option value="">{say("anyRule")}</option>
        {rules.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </div>
  );
}

/** Begins to dismiss a finding. */
export type Dismiss = (finding: Finding) => void;

interface ItemProps extends Pick<Shown, "choose"> {
  readonly finding: Finding;
  /** Given where corrections are taken. */
  readonly dismiss: Dismiss | undefined;
}

/** One finding: its sentence, the sum that it speaks of, and the ways to its places. */
export function FindingItem({ finding, choose, dismiss }: ItemProps) {
  const { say, language } = useWords();
  const related = finding.related.map(spotOf);
  const sum = sumOf(finding);
  const spot = spotOf(finding);
  return (
    <li class={`finding ${finding.severity}`}>
      <button type="button" class="sentence" onClick={() => choose(spot, related)}>
        <span class={`severity ${finding.severity}`}>{say(finding.severity)}</span>{" "}
        {language === "zh" ? finding.message_zh : finding.message}{" "}
        <small>
          {finding.rule} <span class="place">{printSpot(spot)}</span>
        </small>
      </button>
      {sum !== null && <Sum sum={sum} choose={choose} />}
      {dismiss !== undefined && finding.severity !== "info" && (
        <button type="button" class="link" onClick={() => dismiss(finding)}>
          {say("dismiss")}
        </button>
      )}
    </li>
  );
}
