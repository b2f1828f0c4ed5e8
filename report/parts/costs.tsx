import { useMemo } from "preact/hooks";
import type { Cost } from "../../panel/report/data.js";
import { barOption } from "../shared/bars.js";
import { Chart } from "../shared/chart.js";
import { useIssuer } from "../shared/choice.js";
import { useReport, useWords } from "../shared/language.js";
import type { Speaker } from "../shared/language.js";
import { scaleOf } from "../shared/numbers.js";
import { Amount, PlaceLink, Section, Table, whenText } from "../shared/parts.js";

/** 三公 and operating costs of an issuer. */
export function Costs() {
  const words = useWords();
  const { say } = words;
  const { issuer, choice } = useIssuer(useReport().data.costs);
  const option = useMemo(() => sideBySide(issuer?.rows ?? [], words), [issuer, words.language]);
  if (issuer === undefined)
    return (
      <Section name="costs" about={say("costsAbout")}>
        <p class="note">{say("nothing")}</p>
      </Section>
    );
  const title = `${say("costs")}: ${issuer.name}`;
  return (
    <Section name="costs" about={say("costsAbout")}>
      {choice}
      <Chart option={option} height={380} label={title} />
      <Table
        caption={title}
        heads={["year", "concept", ["amount", "number"], "place"]}
        rows={issuer.rows.map((cost) => ({
          cells: [
            whenText(cost, words),
            words.concept(cost.concept),
            <Amount of={cost.amount} />,
            <PlaceLink at={cost.at} />,
          ],
        }))}
      />
    </Section>
  );
}

function sideBySide(costs: readonly Cost[], words: Speaker) {
  const scale = scaleOf(costs.map(({ amount }) => amount));
  const times = [...new Set(costs.map((cost) => whenText(cost, words)))];
  const concepts = [...new Set(costs.map(({ concept }) => concept))];
  return barOption({
    categories: times,
    series: concepts.map((concept) => ({
      name: words.concept(concept),
      values: times.map((time) => {
        const cost = costs.find(
          (each) => each.concept === concept && whenText(each, words) === time,
        );
        return cost === undefined ? null : Number(cost.amount) / scale.yuan;
      }),
    })),
    isStacked: false,
    isLying: false,
    unit: scale.name[words.language],
    language: words.language,
  });
}
