import { useMemo } from "preact/hooks";
import type { Covered } from "../../panel/report/data.js";
import { DRAWN } from "../settings.js";
import { Chart } from "../shared/chart.js";
import { useReport, useWords } from "../shared/language.js";
import { Partly, PlaceLink, Section, Table, useMore, useWanted } from "../shared/parts.js";
import { cellOf, columnsOf, columnText, heatMap, heatMapHeight } from "./heat-map.js";

/** Issuer by year and stage: what was read. */
export function Coverage() {
  const words = useWords();
  const { coverage } = useReport().data;
  const issuers = useWanted(coverage.issuers, ({ name }) => name);
  const columns = useMemo(() => columnsOf(coverage.issuers), [coverage]);
  const drawn = useMemo(() => issuers.slice(0, DRAWN.coverage), [issuers]);
  const option = useMemo(() => heatMap(drawn, columns, words), [drawn, columns, words.language]);
  const more = useMore(coverage.more, "moreIssuers");
  const heads = columns.map((column) => ({ text: columnText(column, words) }));
  return (
    <Section name="coverage" about={words.say("coverageAbout")}>
      {drawn.length > 0 && (
        <Chart option={option} height={heatMapHeight(drawn.length)} label={words.say("coverage")} />
      )}
      <Partly shown={drawn.length} all={issuers.length} />
      <Table
        caption={words.say("coverage")}
        heads={["issuer", ...heads]}
        rows={issuers.map((issuer) => ({
          cells: [issuer.name, ...columns.map((column) => <Cell of={cellOf(issuer, column)} />)],
        }))}
        more={more}
      />
      <UnplacedDocuments />
    </Section>
  );
}

function Cell({ of }: { of: Covered | undefined }) {
  const { value } = useWords();
  if (of === undefined) return <></>;
  const [first, ...others] = of.documents;
  if (first === undefined) return <>{value(of.status)}</>;
  return (
    <>
      <PlaceLink at={first}>{value(of.status)}</PlaceLink>
      {others.map((id, at) => (
        <>
          {" "}
          <PlaceLink at={id}>{at + 2}</PlaceLink>
        </>
      ))}
    </>
  );
}

function UnplacedDocuments() {
  const { say, value } = useWords();
  const { unplaced } = useReport().data.coverage;
  const more = useMore(unplaced?.more ?? 0, "moreRows");
  if (unplaced === null || unplaced.rows.length === 0) return null;
  return (
    <>
      <h3>{say("unplaced")}</h3>
      <Table
        caption={say("unplaced")}
        heads={["file", "status", "place"]}
        rows={unplaced.rows.map(({ file, status, document }) => ({
          cells: [file, value(status), <PlaceLink at={document} />],
        }))}
        more={more}
      />
    </>
  );
}
