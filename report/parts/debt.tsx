import { useMemo, useState } from "preact/hooks";
import type { Debt as Row } from "../../panel/report/data.js";
import { DRAWN } from "../settings.js";
import { barOption, lyingHeight } from "../shared/bars.js";
import { Chart } from "../shared/chart.js";
import { useReport, useWords } from "../shared/language.js";
import type { Speaker } from "../shared/language.js";
import {
  Amount,
  Partly,
  PlaceLink,
  Section,
  Table,
  useMore,
  useWanted,
  whenText,
} from "../shared/parts.js";
import type { Word } from "../words.js";

const KINDS = ["total", "general", "special"] as const;

/** What regions may still borrow. */
export function Debt() {
  const words = useWords();
  const { say, value } = words;
  const { debt } = useReport().data;
  const [kind, choose] = useState<Row["kind"]>(
    () => KINDS.find((each) => debt.rows.some((row) => row.kind === each)) ?? "total",
  );
  const wanted = useWanted(debt.rows, ({ name }) => name);
  const rows = useMemo(() => wanted.filter((row) => row.kind === kind), [wanted, kind]);
  const latest = useMemo(() => rows.filter((row) => row.latest), [rows]);
  const drawn = useMemo(() => latest.slice(0, DRAWN.debt), [latest]);
  const option = useMemo(() => headroomOption(drawn, words), [drawn, words.language]);
  const more = useMore(debt.more, "moreRows");
  return (
    <Section name="debt" about={say("debtAbout")}>
      <KindChoice chosen={kind} choose={choose} />
      {drawn.length > 0 && (
        <Chart
          option={option}
          height={lyingHeight(drawn.length)}
          label={`${say("debt")}: ${value(kind)}`}
        />
      )}
      <Partly shown={drawn.length} all={latest.length} />
      <Table
        caption={`${say("debt")}: ${value(kind)}`}
        heads={HEADS}
        rows={rows.map((row) => ({ cells: cellsOf(row, words) }))}
        more={more}
      />
    </Section>
  );
}

interface ChoiceProps {
  readonly chosen: Row["kind"];
  readonly choose: (kind: Row["kind"]) => void;
}

function KindChoice({ chosen, choose }: ChoiceProps) {
  const { say, value } = useWords();
  return (
    <p class="choice" role="group" aria-label={say("kind")}>
      {KINDS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === chosen}
          onClick={() => choose(each)}
        >
          {value(each)}
        </button>
      ))}
    </p>
  );
}

const HEADS = [
  "region",
  "code",
  "year",
  ["limit", "number"],
  ["balance", "number"],
  ["headroom", "number"],
  ["headroomPercent", "number"],
  "place",
  "placeBalance",
] as const;

function cellsOf(row: Row, words: Speaker) {
  const { name, code, limit, balance, headroom, percent, at, atBalance } = row;
  return [
    name,
    code ?? "",
    whenText(row, words),
    <Amount of={limit} />,
    <Amount of={balance} />,
    <span class={headroom.startsWith("-") ? "wrong" : ""}>
      <Amount of={headroom} />
    </span>,
    percent ?? "",
    <PlaceLink at={at} />,
    <PlaceLink at={atBalance} />,
  ];
}

/** Up to the limit the balance and what is left of it; what is over it apart. A limit of zero has no share. */
function headroomOption(rows: readonly Row[], words: Speaker) {
  const shares = rows.map(({ limit, balance }) =>
    Number(limit) > 0 ? (100 * Number(balance)) / Number(limit) : null,
  );
  const series = (word: Word, color: string, part: (share: number) => number) => ({
    name: words.say(word),
    color,
    values: shares.map((share) => (share === null ? null : part(share))),
  });
  return barOption({
    categories: rows.map((row) => `${row.name} ${whenText(row, words)}`),
    series: [
      series("balance", "#5b7fa3", (share) => Math.min(share, 100)),
      series("headroom", "#a9d3b8", (share) => Math.max(0, 100 - share)),
      series("over", "#b3261e", (share) => Math.max(0, share - 100)),
    ],
    isStacked: true,
    isLying: true,
    unit: words.say("headroomPercent"),
    language: words.language,
  });
}
