import { useMemo, useState } from "preact/hooks";
import type { ComparedRow } from "../model/compared.js";
import type { Amount, DocumentDataset } from "../model/dataset.js";
import { printSpot, spotOf } from "../../pipeline/model/spot.js";
import { useWords } from "../shared/language.js";
import { Message } from "../shared/parts.js";
import { grouped, percent } from "../shared/numbers.js";
import { useRows } from "../shared/window-of-rows.js";

type About = DocumentDataset["document"];

interface Props {
  readonly rows: readonly ComparedRow[];
  readonly documents: readonly [About, About];
}

/** How high a row is, in pixels of the style sheet. */
const ROW_HEIGHT = 44;

/** The amounts of two documents in a table, of which only what is in sight is drawn. */
export function ComparedTable({ rows, documents }: Props) {
  const { say } = useWords();
  const [wanted, setWanted] = useState("");
  const [onlyChanged, setOnlyChanged] = useState(false);
  const fitting = useMemo(
    () => rows.filter((row) => (!onlyChanged || row.change !== "0") && isNamed(row, wanted)),
    [rows, wanted, onlyChanged],
  );
  return (
    <div class="compared">
      <div class="bar">
        <input
          type="search"
          value={wanted}
          placeholder={say("searchRows")}
          aria-label={say("searchRows")}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
        <button
          type="button"
          aria-pressed={onlyChanged}
          onClick={() => setOnlyChanged(!onlyChanged)}
        >
          {say("onlyChanged")}
        </button>
        <small class="count" role="status">
          {fitting.length.toLocaleString("en")} {say("of")} {rows.length.toLocaleString("en")}
        </small>
      </div>
      <Window rows={fitting} documents={documents} />
    </div>
  );
}

function isNamed({ kind, code, label, of }: ComparedRow, wanted: string): boolean {
  const text = [kind, code, label, ...of].join("\n").toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

function Window({ rows, documents }: Props) {
  const { say } = useWords();
  const { box, from, to } = useRows(rows.length, ROW_HEIGHT);
  return (
    <div class="window" ref={box} tabIndex={0} role="region" aria-label={say("compare")}>
      <table aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{say("label")}</th>
            {documents.map((about, side) => (
              <th key={side} scope="col" class="number">
                <Whose about={about} />
              </th>
            ))}
            <th scope="col" class="number">
              {say("change")}
            </th>
          </tr>
        </thead>
        <tbody>
          <Space rows={from} />
          {rows.slice(from, to).map((row, i) => (
            <Row key={from + i} row={row} at={from + i} documents={documents} />
          ))}
          <Space rows={rows.length - to} />
        </tbody>
      </table>
      {rows.length === 0 && <Message>{say("noRows")}</Message>}
    </div>
  );
}

/** The rows that are not drawn, as high as they would be. */
const Space = ({ rows }: { rows: number }) =>
  rows > 0 ? <tr aria-hidden="true" style={{ height: `${rows * ROW_HEIGHT}px` }} /> : null;

function Whose({ about }: { about: About }) {
  const { say } = useWords();
  const facts = [about.fiscal_year, about.stage === null ? null : say(about.stage)];
  return (
    <a href={`/documents/${about.document_id}`} title={about.title ?? about.path}>
      {about.issuer_name ?? about.file_name}
      <small>{facts.filter((fact) => fact !== null).join(" · ")}</small>
    </a>
  );
}

interface RowProps {
  readonly row: ComparedRow;
  /** Which row of all it is, from 0. */
  readonly at: number;
  readonly documents: readonly [About, About];
}

function Row({ row, at, documents }: RowProps) {
  const { say } = useWords();
  const [first, second] = row.sides;
  const alone = first === null || second === null;
  return (
    <tr aria-rowindex={at + 2} class={alone ? "alone" : row.change === "0" ? "same" : "changed"}>
      <th scope="row" title={[row.kind, ...row.of].join(" · ")}>
        <span>
          <span class="print">{row.code}</span> {row.label}
        </span>
        <small>{[row.kind, ...row.of].join(" · ")}</small>
      </th>
      {row.sides.map((amount, side) => (
        <td key={side} class="number">
          {amount === null ? (
            <small>{say("notStated")}</small>
          ) : (
            <Printed amount={amount} id={documents[side]?.document_id ?? ""} />
          )}
        </td>
      ))}
      <td class="number">
        <Change change={row.change} of={first?.amount ?? null} />
      </td>
    </tr>
  );
}

/** An amount that leads to its cell. */
function Printed({
  amount: { amount, raw, unit_raw, ...place },
  id,
}: {
  amount: Amount;
  id: string;
}) {
  return (
    <a href={`/documents/${id}${printSpot(spotOf(place))}`} title={`${raw} ${unit_raw ?? ""}`}>
      {amount === null ? raw : grouped(amount)}
    </a>
  );
}

function Change({ change, of }: { change: string | null; of: string | null }) {
  if (change === null) return <>–</>;
  if (change === "0") return <>0</>;
  const share = Number(change) / Math.abs(Number(of));
  const sign = change.startsWith("-") ? "" : "+";
  return (
    <span class={sign === "" ? "less" : "more"}>
      {sign}
      {grouped(change)}
      {Number.isFinite(share) && (
        <small>
          {sign}
          {percent(share)}
        </small>
      )}
    </span>
  );
}
