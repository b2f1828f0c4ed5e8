import { useMemo } from "preact/hooks";
import type { Part, Structure as Split } from "../../panel/report/data.js";
import { barOption } from "../shared/bars.js";
import { Chart } from "../shared/chart.js";
import { useIssuer } from "../shared/choice.js";
import { useReport, useWords } from "../shared/language.js";
import type { Speaker } from "../shared/language.js";
import { scaleOf } from "../shared/numbers.js";
import { Amount, PlaceLink, Section, Table, whenText } from "../shared/parts.js";

/** What an issuer spends on what. */
export function Structure() {
  const { say } = useWords();
  const { issuer, choice } = useIssuer(useReport().data.structure);
  return (
    <Section name="structure" about={say("structureAbout")}>
      {issuer === undefined ? (
        <p class="note">{say("nothing")}</p>
      ) : (
        <>
          {choice}
          <SplitChart issuer={issuer.name} splits={issuer.rows} split="function" />
          <SplitChart issuer={issuer.name} splits={issuer.rows} split="nature" />
        </>
      )}
    </Section>
  );
}

interface Props {
  readonly issuer: string;
  readonly splits: readonly Split[];
  readonly split: Split["split"];
}

function SplitChart({ issuer, splits, split }: Props) {
  const words = useWords();
  const own = useMemo(() => splits.filter((each) => each.split === split), [splits, split]);
  const option = useMemo(() => stacked(own, words), [own, words.language]);
  const title = words.say(split === "function" ? "byFunction" : "byNature");
  return (
    <>
      <h3>{title}</h3>
      {own.length > 0 && <Chart option={option} height={380} label={`${title}: ${issuer}`} />}
      {new Set(own.map(({ basis }) => basis)).size > 1 && (
        <p class="wrong">{words.say("formsDiffer")}</p>
      )}
      <Table
        caption={`${title}: ${issuer}`}
        heads={["year", "form", "code", "item", ["amount", "number"], "place"]}
        rows={own.flatMap((each) => rowsOf(each, words))}
      />
    </>
  );
}

function rowsOf(split: Split, words: Speaker) {
  const when = whenText(split, words);
  const form = words.value(split.basis);
  const parts = split.parts.map((part) => ({
    cells: [
      when,
      form,
      split.split === "function" ? part.key : "",
      partText(part, words),
      <Amount of={part.amount} />,
      <PlaceLink at={part.at} />,
    ],
  }));
  const total = (word: "sum" | "stated" | "difference", amount: string) => ({
    cells: [when, form, "", <strong>{words.say(word)}</strong>, <Amount of={amount} />, ""],
  });
  const { sum, stated, difference } = split;
  return [
    ...parts,
    total("sum", sum),
    ...(stated === null ? [] : [total("stated", stated)]),
    ...(difference === null || difference === "0" ? [] : [total("difference", difference)]),
  ];
}

function partText({ key, names }: Part, { value, language }: Speaker): string {
  return names === null ? value(key) : names[language];
}

function stacked(splits: readonly Split[], words: Speaker) {
  const scale = scaleOf(splits.map(({ sum }) => sum));
  const parts = new Map(splits.flatMap((split) => split.parts.map((part) => [part.key, part])));
  const keys = [...parts.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return barOption({
    categories: splits.map((split) => `${whenText(split, words)}\n${words.value(split.basis)}`),
    series: keys.map((key) => ({
      name: key.names === null ? partText(key, words) : `${key.key} ${partText(key, words)}`,
      values: splits.map((split) => {
        const part = split.parts.find((each) => each.key === key.key);
        return part === undefined ? null : Number(part.amount) / scale.yuan;
      }),
    })),
    isStacked: true,
    isLying: false,
    unit: scale.name[words.language],
    language: words.language,
  });
}
