import { useMemo } from "preact/hooks";
import type { Conflict, ConflictsPart } from "../../panel/report/data.js";
import { barOption, lyingHeight } from "../shared/bars.js";
import { Chart } from "../shared/chart.js";
import { useReport, useWords } from "../shared/language.js";
import type { Speaker } from "../shared/language.js";
import {
  Amount,
  PlaceLink,
  Section,
  Table,
  useMore,
  useWanted,
  whenText,
} from "../shared/parts.js";

/** What documents say against each other. */
export function Conflicts() {
  const words = useWords();
  const { say } = words;
  const { conflicts } = useReport().data;
  const rows = useWanted(conflicts.rows, ({ name }) => name);
  const more = useMore(conflicts.more, "moreRows");
  const option = useMemo(() => kindsOption(conflicts.kinds, words), [conflicts, words.language]);
  const height = lyingHeight(new Set(conflicts.kinds.map(({ kind }) => kind)).size);
  return (
    <Section name="conflicts" about={say("conflictsAbout")}>
      {conflicts.kinds.length > 0 && (
        <Chart option={option} height={height} label={say("conflicts")} />
      )}
      <Table
        caption={say("conflicts")}
        heads={HEADS}
        rows={rows.map((row) => ({ cells: cellsOf(row, words) }))}
        more={more}
      />
    </Section>
  );
}

const HEADS = [
  "issuer",
  "year",
  "concept",
  "kind",
  "cause",
  ["amount", "number"],
  ["otherAmount", "number"],
  ["difference", "number"],
  "place",
  "otherPlace",
] as const;

function cellsOf(conflict: Conflict, words: Speaker) {
  const { name, what, kind, cause, amount, other, difference, at, atOther } = conflict;
  return [
    name,
    whenText(conflict, words),
    words.concept(what),
    words.value(kind),
    words.value(cause),
    <Amount of={amount} />,
    <Amount of={other} />,
    <Amount of={difference} />,
    <PlaceLink at={at} />,
    <PlaceLink at={atOther} />,
  ];
}

function kindsOption(counts: ConflictsPart["kinds"], { value, say, language }: Speaker) {
  const kinds = [...new Set(counts.map(({ kind }) => kind))];
  const causes = [...new Set(counts.map(({ cause }) => cause))];
  return barOption({
    categories: kinds.map(value),
    series: causes.map((cause) => ({
      name: cause === "" ? "—" : value(cause),
      values: kinds.map(
        (kind) => counts.find((each) => each.kind === kind && each.cause === cause)?.count ?? null,
      ),
    })),
    isStacked: true,
    isLying: true,
    unit: say("number"),
    language,
  });
}
