import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { DocumentDataset } from "./model/dataset.js";
import { judgeCells } from "./model/cell-states.js";
import type { Judged } from "./model/cell-states.js";
import { parseSpot, printSpot } from "../pipeline/model/spot.js";
import type { Spot } from "../pipeline/model/spot.js";
import { PagePane } from "./page/page-pane.js";
import { RecordsPane } from "./records/records-pane.js";
import { askDocument, NotThere } from "./shared/ask.js";
import type { Answered } from "./shared/ask.js";
import { useWords } from "./shared/language.js";
import { Legend } from "./shared/legend.js";
import { lightTogether } from "./shared/light-together.js";
import { LanguageButton, Message } from "./shared/parts.js";
import { useAnswer } from "./shared/use-answer.js";

/** What both sides of the screen show: a document, what became of its cells, and the place that is looked at. */
export interface Shown {
  readonly dataset: DocumentDataset;
  readonly judged: ReadonlyMap<string, Judged>;
  /** The place that was chosen. */
  readonly spot: Spot | null;
  /** Other places that belong to it: addends, the other side of a contradiction. */
  readonly related: readonly Spot[];
  readonly choose: Choose;
  /** Whether corrections are taken. */
  readonly isTaken: boolean;
}

/** Goes to a place, and marks others that belong to it. */
type Choose = (spot: Spot, related?: readonly Spot[]) => void;

interface Props {
  readonly id: string;
  readonly turnLanguage: () => void;
}

/** A document: its page at the left, what was read of it at the right. */
export function DocumentView({ id, turnLanguage }: Props) {
  const { say } = useWords();
  const { value, error } = useAnswer(id, () => askDocument(id));
  return (
    <div class="document">
      <header class="bar">
        <a class="quiet" href="/">
          <span aria-hidden="true">←</span> {say("back")}
        </a>
        {value !== undefined && <Heading dataset={value.dataset} />}
        <a class="quiet" href={`/compare?a=${id}`}>
          {say("compareWith")}
        </a>
        <LanguageButton turn={turnLanguage} />
      </header>
      {value === undefined && error === undefined && <Message>{say("loading")}</Message>}
      {error !== undefined && (
        <Message>{error instanceof NotThere ? say("notThere") : error.message}</Message>
      )}
      {value !== undefined && <Sides {...value} />}
    </div>
  );
}

function Heading({ dataset: { document: about } }: { dataset: DocumentDataset }) {
  const { say } = useWords();
  useEffect(() => {
    document.title = `${about.issuer_name ?? about.file_name} · gongkai`;
  }, [about]);
  const facts = [about.fiscal_year, about.stage === null ? null : say(about.stage), about.path];
  return (
    <div class="heading">
      <h1>{about.title ?? about.issuer_name ?? about.file_name}</h1>
      <small>
        <span class={`status ${about.status}`}>{say(about.status)}</span>{" "}
        {[about.issuer_name, ...facts].filter((fact) => fact !== null).join(" · ")}
      </small>
    </div>
  );
}

function Sides({ dataset, isTaken }: Answered) {
  const { say } = useWords();
  const judged = useMemo(() => judgeCells(dataset), [dataset]);
  const { spot, related, choose } = useSpot();
  const both = useRef<HTMLElement>(null);
  useEffect(() => (both.current === null ? undefined : lightTogether(both.current)), []);
  const shown = { dataset, judged, spot, related, choose, isTaken };
  return (
    <main class="sides" ref={both}>
      <section class="side" aria-label={say("pageBeside")}>
        <PagePane {...shown} />
        <Legend judged={judged} />
      </section>
      <section class="side" aria-label={say("recordsBeside")}>
        <RecordsPane {...shown} />
      </section>
    </main>
  );
}

/** The place in the address of the page, which is what a link leads to. */
function useSpot(): Pick<Shown, "spot" | "related" | "choose"> {
  const [spot, setSpot] = useState(() => parseSpot(location.hash));
  const [related, setRelated] = useState<readonly Spot[]>([]);
  useEffect(() => {
    const follow = () => {
      setSpot(parseSpot(location.hash));
      setRelated([]);
    };
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);
  const choose = useCallback<Choose>((next, others = []) => {
    history.pushState(null, "", printSpot(next));
    setSpot(next);
    setRelated(others);
  }, []);
  return { spot, related, choose };
}
