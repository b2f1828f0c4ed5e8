import { useMemo } from "preact/hooks";
import { comparedRows } from "../model/compared.js";
import type { DocumentDataset } from "../model/dataset.js";
import { Overview } from "../overview/overview.js";
import { askDocument, NotThere } from "../shared/ask.js";
import { useWords } from "../shared/language.js";
import { LanguageButton, Message } from "../shared/parts.js";
import { useAnswer } from "../shared/use-answer.js";
import { ComparedTable } from "./compared-table.js";

interface Props {
  /** What the address names: `?a=` and `?b=`, each a `document_id`. */
  readonly asked: URLSearchParams;
  readonly turnLanguage: () => void;
}

/** Two documents beside each other, row by row; where the second is not named, the list to choose it from. */
export function Compare({ asked, turnLanguage }: Props) {
  const [a, b] = [asked.get("a"), asked.get("b")];
  if (a === null || b === null)
    return <Overview turnLanguage={turnLanguage} beside={a ?? undefined} />;
  return <Both ids={[a, b]} turnLanguage={turnLanguage} />;
}

interface BothProps {
  readonly ids: readonly [string, string];
  readonly turnLanguage: () => void;
}

function Both({ ids: [a, b], turnLanguage }: BothProps) {
  const { say } = useWords();
  const { value, error } = useAnswer(`${a} ${b}`, () =>
    Promise.all([askDocument(a), askDocument(b)]),
  );
  return (
    <div class="overview comparison">
      <header class="bar">
        <a class="quiet" href="/">
          <span aria-hidden="true">←</span> {say("back")}
        </a>
        <h1>{say("compare")}</h1>
        <a class="quiet" href={`/compare?a=${b}&b=${a}`}>
          <span aria-hidden="true">⇄</span> {say("swap")}
        </a>
        <LanguageButton turn={turnLanguage} />
      </header>
      <main>
        {value === undefined && error === undefined && <Message>{say("loading")}</Message>}
        {error !== undefined && (
          <Message>{error instanceof NotThere ? say("notThere") : error.message}</Message>
        )}
        {value !== undefined && <Rows first={value[0].dataset} second={value[1].dataset} />}
      </main>
    </div>
  );
}

interface RowsProps {
  readonly first: DocumentDataset;
  readonly second: DocumentDataset;
}

function Rows({ first, second }: RowsProps) {
  const { say } = useWords();
  const rows = useMemo(() => comparedRows(first, second), [first, second]);
  if (rows.length === 0) return <Message>{say("nothingRead")}</Message>;
  return <ComparedTable rows={rows} documents={[first.document, second.document]} />;
}
