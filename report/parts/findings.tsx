import { useMemo } from "preact/hooks";
import type { FindingsPart } from "../../panel/report/data.js";
import { DRAWN } from "../settings.js";
import { barOption, lyingHeight } from "../shared/bars.js";
import { Chart } from "../shared/chart.js";
import { useReport, useWords } from "../shared/language.js";
import type { Speaker } from "../shared/language.js";
import { Partly, PlaceLink, Section, Table, useMore, useWanted } from "../shared/parts.js";

const SEVERITIES = [
  { severity: "error", color: "#b3261e" },
  { severity: "warning", color: "#e69f00" },
  { severity: "info", color: "#56b4e9" },
] as const;

/** What the checks found. */
export function Findings() {
  const { say } = useWords();
  const { findings } = useReport().data;
  if (findings === null)
    return (
      <Section name="findings">
        <p>{say("noFindings")}</p>
      </Section>
    );
  return (
    <Section name="findings" about={say("findingsAbout", { n: findings.replaced })}>
      <ByRule findings={findings} />
      <ByIssuer findings={findings} />
      <Errors findings={findings} />
    </Section>
  );
}

type Severity = (typeof SEVERITIES)[number]["severity"];

/** Counts of findings, one bar a name, its severities one after the other. */
function countsOption(
  names: readonly string[],
  countFor: (name: string, severity: Severity, at: number) => number | null,
  { say, value, language }: Speaker,
) {
  return barOption({
    categories: names,
    series: SEVERITIES.map(({ severity, color }) => ({
      name: value(severity),
      color,
      values: names.map((name, at) => countFor(name, severity, at)),
    })),
    isStacked: true,
    isLying: true,
    unit: say("count"),
    language,
  });
}

function ByRule({ findings: { rules } }: { findings: FindingsPart }) {
  const words = useWords();
  const { say, value, language } = words;
  const names = useMemo(() => [...new Set(rules.map(({ rule }) => rule))], [rules]);
  const drawn = useMemo(() => names.slice(0, DRAWN.rules), [names]);
  const option = useMemo(
    () => countsOption(drawn, (name, severity) => countOf(rules, name, severity), words),
    [drawn, language],
  );
  return (
    <>
      <h3>{say("byRule")}</h3>
      {drawn.length > 0 && (
        <Chart option={option} height={lyingHeight(drawn.length)} label={say("byRule")} />
      )}
      <Partly shown={drawn.length} all={names.length} />
      <Table
        caption={say("byRule")}
        heads={["rule", "severity", ["count", "number"], ["documents", "number"], "example"]}
        rows={rules.map(({ rule, severity, count, documents, example }) => ({
          cells: [rule, value(severity), count, documents, example[language]],
        }))}
      />
    </>
  );
}

/** Some rules find what is an error here and a warning there. */
function countOf(rules: FindingsPart["rules"], name: string, severity: string): number | null {
  return rules.find((each) => each.rule === name && each.severity === severity)?.count ?? null;
}

function ByIssuer({ findings }: { findings: FindingsPart }) {
  const words = useWords();
  const { say, value, language } = words;
  const { rows, more } = findings.issuers;
  const issuers = useWanted(rows, ({ name }) => name);
  const drawn = useMemo(() => issuers.slice(0, DRAWN.issuers), [issuers]);
  const left = useMore(more, "moreIssuers");
  const option = useMemo(() => {
    const names = drawn.map(({ name }) => name ?? say("notStated"));
    return countsOption(names, (_, severity, at) => drawn[at]?.[severity] ?? null, words);
  }, [drawn, language]);
  return (
    <>
      <h3>{say("byIssuer")}</h3>
      {drawn.length > 0 && (
        <Chart option={option} height={lyingHeight(drawn.length)} label={say("byIssuer")} />
      )}
      <Partly shown={drawn.length} all={issuers.length} />
      <Table
        caption={say("byIssuer")}
        heads={[
          "issuer",
          ...SEVERITIES.map(({ severity }) => ({ text: value(severity), isNumber: true as const })),
        ]}
        rows={issuers.map(({ name, error, warning, info }) => ({
          cells: [name ?? say("notStated"), error, warning, info],
        }))}
        more={left}
      />
    </>
  );
}

function Errors({ findings: { errors } }: { findings: FindingsPart }) {
  const { say, language } = useWords();
  const rows = useWanted(errors.rows, ({ name }) => name);
  const more = useMore(errors.more, "moreRows");
  return (
    <>
      <h3>{say("errorsList")}</h3>
      <Table
        caption={say("errorsList")}
        heads={["issuer", "rule", "says", "place"]}
        rows={rows.map(({ name, rule, says, at }) => ({
          cells: [name ?? say("notStated"), rule, says[language], <PlaceLink at={at} />],
        }))}
        more={more}
      />
    </>
  );
}
