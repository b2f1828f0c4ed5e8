import { useLayoutEffect, useRef } from "preact/hooks";
import { TEXT } from "../../pipeline/model/correction.js";
import { useWords } from "../shared/language.js";
import { keepSignature, signature } from "./desk.js";
import type { CorrectionDesk, Draft } from "./desk.js";

/** The form of a correction: what it is to be, whose it is, and why. */
export function DraftForm({ desk }: { desk: CorrectionDesk }) {
  const { say } = useWords();
  const { draft, write, send, failure } = desk;
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(
    () => form.current?.querySelector<HTMLElement>("textarea, input")?.focus(),
    [draft],
  );
  if (draft === null) return null;
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const written = textsIn(event.currentTarget);
    keepSignature(written.who);
    const { place, what, from } = draft;
    send({ place, what, from, ...written, to: isWritten(draft) ? written.to : draft.to });
  };
  return (
    <form class="draft" ref={form} onSubmit={submit} aria-label={say("correct")}>
      <Changed draft={draft} />
      <label>
        {say("yourName")} <input name="who" required defaultValue={signature()} />
      </label>
      <label>
        {say("why")} <input name="why" required />
      </label>
      <button type="submit">{say("save")}</button>{" "}
      <button type="button" onClick={() => write(null)}>
        {say("cancel")}
      </button>
      {failure !== null && <p class="bad">{failure}</p>}
    </form>
  );
}

/** Whether it is a text, which the reader writes. */
const isWritten = ({ what, takesBack }: Draft): boolean => what === TEXT && takesBack === undefined;

/** What is changed: the text of a cell, to be written, or a finding; or what is taken back. */
function Changed({ draft }: { draft: Draft }) {
  const { say } = useWords();
  const { place, what, from, to, takesBack } = draft;
  if (isWritten(draft))
    return (
      <label>
        {say("correctText")}{" "}
        <textarea name="to" rows={from.split("\n").length} defaultValue={from} />
      </label>
    );
  return (
    <p>
      {say(takesBack ? "undo" : "dismiss")} <code>{nameOf(what)}</code> {place}{" "}
      {takesBack && (
        <>
          <s>{from}</s> → <b>{to}</b>
        </>
      )}
    </p>
  );
}

/** Of a finding its rule. */
const nameOf = (what: string): string => (what === TEXT ? "" : what.slice("finding:".length));

function textsIn(form: HTMLFormElement) {
  const fields = new FormData(form);
  const textOf = (name: string) => {
    const value = fields.get(name);
    return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
  };
  return { to: textOf("to"), who: textOf("who"), why: textOf("why") };
}

/** What was handed in, the last first, with a way to take it back. */
export function HandedIn({
  desk: { rows, isTaken, undo, draft, failure },
}: {
  desk: CorrectionDesk;
}) {
  const { say } = useWords();
  return (
    <>
      {failure !== null && draft === null && <p class="handed-in bad">{failure}</p>}
      {rows !== null && rows.length > 0 && (
        <details class="handed-in">
          <summary>
            {say("corrections")} <span class="count">{rows.length}</span>{" "}
            {isTaken && (
              <button type="button" onClick={undo}>
                {say("undo")} (u)
              </button>
            )}
          </summary>
          <p>
            <small>{say("waits")}</small>
          </p>
          <Rows rows={rows} />
        </details>
      )}
    </>
  );
}

function Rows({ rows }: { rows: NonNullable<CorrectionDesk["rows"]> }) {
  return (
    <ul>
      {rows.toReversed().map(({ place, what, from, to, who, why }, i) => (
        <li key={i}>
          {place} {what === TEXT ? "" : what} <s>{from}</s> → <b>{to}</b>{" "}
          <small>
            {who} {why}
          </small>
        </li>
      ))}
    </ul>
  );
}
