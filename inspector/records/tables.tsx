import { useState } from "preact/hooks";
import type { Shown } from "../document-view.js";
import type { Table } from "../model/dataset.js";
import { spotOfCell } from "../model/explained.js";
import { useWords } from "../shared/language.js";
import { Message } from "../shared/parts.js";
import { Grid } from "./grid.js";

/** One table at a time, chosen from a list of all; a place that is chosen decides. */
export function Tables(shown: Shown) {
  const { say } = useWords();
  const { dataset, spot, choose } = shown;
  const [number, setNumber] = useState(1);
  const wanted = spot?.table ?? number;
  const table = dataset.tables.find(({ table_no }) => table_no === wanted) ?? dataset.tables[0];
  if (table === undefined) return <Message>{say("nothingRead")}</Message>;
  const open = (next: Table) => {
    setNumber(next.table_no);
    const [cell] = next.cells;
    if (cell !== undefined) choose(spotOfCell(next, cell));
  };
  return (
    <div class="tables">
      <label class="which">
        <span class="hidden">{say("table")}</span>
        <select
          value={String(table.table_no)}
          onChange={({ currentTarget: { value } }) => {
            const next = dataset.tables.find(({ table_no }) => String(table_no) === value);
            if (next !== undefined) open(next);
          }}
        >
          {dataset.tables.map((each) => (
            <option key={each.table_no} value={String(each.table_no)}>
              {each.table_no} · {each.caption ?? each.kind}
              {each.page_first === null ? "" : ` · p.${each.page_first}`}
            </option>
          ))}
        </select>
      </label>
      <small class="about">
        {table.kind} · {table.unit_raw ?? "–"} · {table.rows} × {table.columns}
      </small>
      <Grid key={table.table_no} {...shown} table={table} />
    </div>
  );
}
