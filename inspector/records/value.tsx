import type { ComponentChildren } from "preact";
import type { Shown } from "../document-view.js";
import type { Amount, Cell, Table } from "../model/dataset.js";
import type { Judged } from "../model/cell-states.js";
import { chosenCell, recordsOf, unitSource } from "../model/explained.js";
import type { OfCell, UnitSource } from "../model/explained.js";
import { statementsOf } from "../model/statements.js";
import { cellKey, printSpot } from "../../pipeline/model/spot.js";
import { useWords } from "../shared/language.js";
import { grouped, percent } from "../shared/numbers.js";
import type { Word } from "../shared/words.js";
import { FindingItem } from "./findings.js";
import type { Dismiss } from "./findings.js";

interface Props extends Shown {
  readonly dismiss: Dismiss | undefined;
  /** Given where corrections are taken. */
  readonly correct: (() => void) | undefined;
}

/** Everything that is known of the cell that was chosen: what is printed, what it was taken for, who else says so. */
export function Value({ dismiss, correct, ...shown }: Props) {
  const { say } = useWords();
  const { dataset, spot, judged: all, choose } = shown;
  const chosen = chosenCell(dataset, spot);
  if (chosen === null || spot === null) return null;
  const { table, cell } = chosen;
  const judged = all.get(cellKey(table.table_no, cell.row, cell.column));
  const amount = dataset.amounts.find(
    (each) =>
      each.table_no === table.table_no && each.row === cell.row && each.column === cell.column,
  );
  return (
    <aside class="value" aria-label={say("printed")}>
      <dl>
        <Printed cell={cell} correct={correct} />
        {amount !== undefined && <OfAmount {...shown} table={table} amount={amount} />}
        <Recognition cell={cell} />
        <Fact word="header">{headerOf(table, cell)}</Fact>
        {judged !== undefined && <Became judged={judged} />}
        {amount === undefined && <Records records={recordsOf(dataset, table, cell)} />}
        <Fact word="place">
          <a href={printSpot(spot)}>{printSpot(spot)}</a>
        </Fact>
      </dl>
      {amount !== undefined && <Statements {...shown} amount={amount} />}
      <ol>
        {judged?.findings.map((finding, i) => (
          <FindingItem key={i} finding={finding} choose={choose} dismiss={dismiss} />
        ))}
      </ol>
    </aside>
  );
}

function Printed({ cell: { text, corrected }, correct }: Pick<Props, "correct"> & { cell: Cell }) {
  const { say } = useWords();
  return (
    <>
      <Fact word="printed">
        <b class="print">{text}</b>
        {correct !== undefined && (
          <button type="button" class="link" onClick={correct}>
            {say("correct")} (c)
          </button>
        )}
      </Fact>
      <Fact word="wasCorrected">{corrected ?? null}</Fact>
    </>
  );
}

function Became({ judged: { state, reason } }: { judged: Judged }) {
  const { say } = useWords();
  return (
    <Fact word="became">
      <span class={`swatch ${state}`} aria-hidden="true" /> {say(state)}
      {reason !== null && ` (${reason})`}
    </Fact>
  );
}

function Fact({ word, children }: { word: Word; children: ComponentChildren }) {
  const { say } = useWords();
  if (children === null || children === "") return null;
  return (
    <div>
      <dt>{say(word)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The printed code with its official name in that year. */
function codeNamed({ code, code_name }: Amount): string | null {
  return code === null || code_name === null ? code : `${code} ${code_name}`;
}

interface AmountProps extends Shown {
  readonly table: Table;
  readonly amount: Amount;
}

function OfAmount({ dataset, table, amount, choose }: AmountProps) {
  const { say } = useWords();
  const unit = amount.unit_raw ?? amount.value_unit;
  const source = unit === null ? null : unitSource(dataset, table, unit);
  return (
    <>
      {amount.amount !== null && (
        <Fact word="yuan">
          <b class="number">{grouped(amount.amount)}</b>
        </Fact>
      )}
      {source !== null && (
        <Fact word="unit">
          {unit} · <UnitPlace source={source} choose={choose} />
        </Fact>
      )}
      <Fact word="label">{amount.label}</Fact>
      <Fact word="code">{codeNamed(amount)}</Fact>
      {amount.code === null && <Fact word="codeInferred">{amount.code_inferred}</Fact>}
      <Fact word="measure">
        {amount.measure_raw} <small>{amount.measure}</small>
      </Fact>
      <Fact word="phase">
        {amount.phase === "budget" ? say("budget") : amount.phase}{" "}
        {amount.fiscal_year ?? table.fiscal_year ?? dataset.document.fiscal_year}
      </Fact>
    </>
  );
}

const UNIT_WORDS = {
  cell: "unitCell",
  line: "unitLine",
  inherited: "unitInherited",
  unknown: "unitUnknown",
} as const;

function UnitPlace({ source, choose }: { source: UnitSource } & Pick<Shown, "choose">) {
  const { say } = useWords();
  const words = say(UNIT_WORDS[source.from]);
  if (!("spot" in source)) return <>{words}</>;
  return (
    <button type="button" class="link" onClick={() => choose(source.spot)}>
      {words}: “{source.text}”
    </button>
  );
}

function Recognition({ cell: { recognized } }: { cell: Cell }) {
  const { say } = useWords();
  if (recognized === undefined) return null;
  const { confidence, others, second, corrected } = recognized;
  return (
    <>
      <Fact word="confidence">
        {percent(confidence)}
        {corrected !== undefined && (
          <>
            {" "}
            · {say("correctedFrom")} <s>{corrected.from}</s> ({corrected.by})
          </>
        )}
      </Fact>
      {others.length > 0 && <Fact word="otherReadings">{others.join(" · ")}</Fact>}
      {second !== undefined && <Fact word="second">{second}</Fact>}
    </>
  );
}

function headerOf({ header }: Table, { column }: Cell): string {
  return header.find((each) => each.column === column)?.path.join(" / ") ?? "";
}

/** What a record says beside where it is from. */
const OF_PLACE = new Set(["document_id", "table_no", "table_kind", "row", "column", "page"]);

function Records({ records }: { records: readonly OfCell[] }) {
  if (records.length === 0) return null;
  return (
    <Fact word="records">
      {records.map(({ file, record }, i) => (
        <div key={i}>
          <small>{file}</small>{" "}
          {Object.entries(record)
            .filter(([name, value]) => value !== null && !OF_PLACE.has(name))
            .map(([name, value]) => `${name} ${value}`)
            .join(" · ")}
        </div>
      ))}
    </Fact>
  );
}

function Statements({ dataset, amount, choose }: Shown & { amount: Amount }) {
  const { say } = useWords();
  const statements = statementsOf(dataset, amount);
  if (statements.length === 0) return null;
  return (
    <div class="statements">
      <h3>{say("statedToo")}</h3>
      <ul>
        {statements.map(({ spot, label, amount: stated, agrees, table }, i) => (
          <li key={i}>
            <span class={agrees ? "good" : "bad"} aria-hidden="true">
              {agrees ? "✓" : "✗"}
            </span>{" "}
            <button type="button" class="link" onClick={() => choose(spot)}>
              {table === null ? say("inProse") : `${say("table")} ${table}`}
            </button>{" "}
            <b class="number">{table === null || stated === null ? stated : grouped(stated)}</b>{" "}
            <small>{label}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
