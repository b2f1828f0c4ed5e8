import { askChecks } from "../shared/ask.js";
import type { CheckCount, Entry } from "../shared/ask.js";
import { useWords } from "../shared/language.js";
import { percent } from "../shared/numbers.js";
import { useAnswer } from "../shared/use-answer.js";

/** How high a row is, in pixels of the style sheet. */
export const ROW_HEIGHT = 68;

interface Props {
  readonly entry: Entry;
  readonly top: number;
  /** The document that it is compared with where it is chosen. */
  readonly beside: string | undefined;
}

/** A document of the list: whose it is, how far it was read, what is doubtful in it. */
export function EntryRow({ entry, top, beside }: Props) {
  const { say } = useWords();
  const { document_id: id, issuer_name, title, path, fiscal_year, stage, status } = entry;
  return (
    <li class="entry" style={{ top: `${top}px` }}>
      <a href={beside === undefined ? `/documents/${id}` : `/compare?a=${beside}&b=${id}`}>
        <span class={`status ${status}`}>{say(status)}</span>
        <span class="whose">
          <b>{issuer_name ?? title ?? path}</b>
          <small>{title === null || issuer_name === null ? path : `${title} · ${path}`}</small>
        </span>
        <span class="year">
          <b>{fiscal_year ?? "–"}</b>
          <small>{stage === null ? "" : say(stage)}</small>
        </span>
        <Understood entry={entry} />
        <Checks id={id} />
        <span class="doubts">
          <b class={entry.errors > 0 ? "bad" : ""}>{entry.errors}</b> {say("errors")}{" "}
          <b>{entry.warnings}</b> {say("warnings")}
        </span>
      </a>
    </li>
  );
}

function Understood({ entry: { cells, cells_understood } }: { entry: Entry }) {
  const { say } = useWords();
  if (cells === null || cells_understood === null || cells === 0)
    return <span class="understood">–</span>;
  const share = cells_understood / cells;
  return (
    <span class="understood">
      <meter
        value={share}
        title={`${cells_understood} / ${cells}`}
        aria-label={say("cellsUnderstood")}
      />
      <small>
        {percent(share)} {say("of")} {cells.toLocaleString("en")} {say("cells")}
      </small>
    </span>
  );
}

/** Asked for when the row is in sight: that is the part of a list which stands in the files of documents. */
function Checks({ id }: { id: string }) {
  const { say } = useWords();
  const { value } = useAnswer<CheckCount>(id, () => askChecks(id));
  if (value === undefined) return <span class="checks" />;
  return (
    <span class="checks">
      <b class="good">{value.passed}</b> {say("passed")}{" "}
      <b class={value.failed > 0 ? "bad" : ""}>{value.failed}</b> {say("failed")}{" "}
      <b>{value.not_run}</b> {say("notRun")}
    </span>
  );
}
