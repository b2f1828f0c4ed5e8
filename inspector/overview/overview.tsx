import { useMemo, useState } from "preact/hooks";
import { askEntries } from "../shared/ask.js";
import type { Entry } from "../shared/ask.js";
import { useWords } from "../shared/language.js";
import { LanguageButton, Message } from "../shared/parts.js";
import { useAnswer } from "../shared/use-answer.js";
import { useRows } from "../shared/window-of-rows.js";
import { EntryRow, ROW_HEIGHT } from "./entry-row.js";

const STATUSES = ["all", "ok", "partial", "failed"] as const;
type Status = (typeof STATUSES)[number];

interface Props {
  readonly turnLanguage: () => void;
  /** The document that another one is chosen to be compared with. */
  readonly beside?: string | undefined;
}

/** The list of all documents, with search; or of those that one can be compared with, its issuer's first. */
export function Overview({ turnLanguage, beside }: Props) {
  const { say } = useWords();
  const { value: entries, error } = useAnswer("entries", askEntries);
  const [wanted, setWanted] = useState("");
  const [status, setStatus] = useState<Status>("all");
  const offered = useMemo(() => besideOne(entries ?? [], beside), [entries, beside]);
  const fitting = useMemo(() => fit(offered, wanted, status), [offered, wanted, status]);
  return (
    <div class="overview">
      <header class="bar">
        {beside === undefined ? <h1>gongkai</h1> : <ChooseBeside id={beside} />}
        <input
          type="search"
          value={wanted}
          placeholder={say("search")}
          aria-label={say("search")}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
        <StatusChoice entries={offered} status={status} choose={setStatus} />
        <LanguageButton turn={turnLanguage} />
      </header>
      <main>
        {error !== undefined && <Message>{error.message}</Message>}
        {entries === undefined && error === undefined && <Message>{say("loading")}</Message>}
        {entries !== undefined && <Entries entries={fitting} beside={beside} />}
      </main>
    </div>
  );
}

interface StatusProps {
  readonly entries: readonly Entry[];
  readonly status: Status;
  readonly choose: (status: Status) => void;
}

function StatusChoice({ entries, status, choose }: StatusProps) {
  const { say } = useWords();
  const countOf = (one: Status) =>
    one === "all" ? entries.length : entries.filter((each) => each.status === one).length;
  return (
    <div class="choice" role="group" aria-label={say("status")}>
      {STATUSES.map((one) => (
        <button key={one} type="button" aria-pressed={one === status} onClick={() => choose(one)}>
          {say(one)} <span class="count">{countOf(one).toLocaleString("en")}</span>
        </button>
      ))}
    </div>
  );
}

function ChooseBeside({ id }: { id: string }) {
  const { say } = useWords();
  return (
    <>
      <a class="quiet" href={`/documents/${id}`}>
        <span aria-hidden="true">←</span> {say("document")}
      </a>
      <h1>{say("compareWith")}</h1>
    </>
  );
}

interface EntriesProps {
  readonly entries: readonly Entry[];
  readonly beside: string | undefined;
}

function Entries({ entries, beside }: EntriesProps) {
  const { say } = useWords();
  const { box, from, to } = useRows(entries.length, ROW_HEIGHT);
  return (
    <div class="entries" ref={box} tabIndex={0} role="region" aria-label={say("documents")}>
      {entries.length === 0 && <Message>{say("noneFound")}</Message>}
      <ul style={{ height: `${entries.length * ROW_HEIGHT}px` }}>
        {entries.slice(from, to).map((entry, i) => (
          <EntryRow
            key={entry.document_id}
            entry={entry}
            top={(from + i) * ROW_HEIGHT}
            beside={beside}
          />
        ))}
      </ul>
    </div>
  );
}

/** The other documents, those of the same issuer first. */
function besideOne(entries: readonly Entry[], id: string | undefined): readonly Entry[] {
  if (id === undefined) return entries;
  const own = entries.find(({ document_id }) => document_id === id);
  const others = entries.filter((entry) => entry !== own);
  const isOwn = ({ issuer_name }: Entry) =>
    issuer_name !== null && issuer_name === own?.issuer_name;
  return [...others.filter(isOwn), ...others.filter((entry) => !isOwn(entry))];
}

/** Each word that is looked for must stand somewhere in what is known of a document. */
function fit(entries: readonly Entry[], wanted: string, status: Status): readonly Entry[] {
  const words = wanted.toLowerCase().split(/\s+/u).filter(Boolean);
  return entries.filter((entry) => {
    if (status !== "all" && entry.status !== status) return false;
    const text = textOf(entry);
    return words.every((word) => text.includes(word));
  });
}

function textOf(entry: Entry): string {
  const { issuer_name, issuer_code, title, region_name, path, fiscal_year, document_id } = entry;
  return [issuer_name, issuer_code, title, region_name, path, fiscal_year, document_id]
    .join("\n")
    .toLowerCase();
}
