import { useEffect, useRef, useState } from "preact/hooks";
import { DISMISSED, OPEN, TEXT } from "../../pipeline/model/correction.js";
import { currentText, lastStanding } from "../model/corrected.js";
import type { Cell, Finding, Table } from "../model/dataset.js";
import { spotOfCell } from "../model/explained.js";
import { printSpot, spotOf } from "../../pipeline/model/spot.js";
import { askCorrections, sendCorrection } from "../shared/ask.js";
import type { CorrectionRow, SentCorrection } from "../shared/ask.js";
import { useWords } from "../shared/language.js";

/** A correction that is being written. */
export interface Draft extends Pick<SentCorrection, "place" | "what" | "from" | "to"> {
  /** Whether it takes another back: there is nothing to write but who does and why. */
  readonly takesBack?: true;
}

/** The correction of a cell, before anything is changed; `rows` were handed in before. */
export function draftOfCell(table: Table, cell: Cell, rows: Rows | null): Draft {
  const place = printSpot(spotOfCell(table, cell)).slice(1);
  const text = rows === null ? cell.text : currentText(cell, place, rows);
  return { place, what: TEXT, from: text, to: text };
}

/** The dismissal of a finding. */
export function draftOfFinding(finding: Finding): Draft {
  const place = printSpot(spotOf(finding)).slice(1);
  return { place, what: `finding:${finding.rule}`, from: OPEN, to: DISMISSED };
}

type Rows = readonly CorrectionRow[];

/** Where corrections of a document are handed in. */
export interface CorrectionDesk {
  /** Null until they are told. */
  readonly rows: Rows | null;
  readonly isTaken: boolean;
  readonly draft: Draft | null;
  readonly write: (draft: Draft | null) => void;
  readonly send: (correction: SentCorrection) => void;
  /** Takes back the last that stands; asks who does so where that is not known. */
  readonly undo: () => void;
  readonly failure: string | null;
}

/** The corrections of a document, and ways to hand in more of it. */
export function useDesk(id: string, isTaken: boolean): CorrectionDesk {
  const { say } = useWords();
  const [draft, write] = useState<Draft | null>(null);
  const { rows, failure, go } = useHandedIn(id);
  const sent = async (before: Rows, correction: SentCorrection) => {
    const row = await sendCorrection(id, correction);
    return [...before, row];
  };
  const send = (correction: SentCorrection) =>
    go(async (before) => {
      const after = await sent(before, correction);
      // Another may be written by now.
      write((now) => (now === draft ? null : now));
      return after;
    });
  const undo = () =>
    go(async (before) => {
      const taken = lastStanding(before);
      if (taken === undefined) return before;
      const { place, what, from, to } = taken;
      const back = { place, what, from: to, to: from };
      const who = signature();
      if (who !== "") return sent(before, { ...back, who, why: say("takenBack") });
      write({ ...back, takesBack: true });
      return before;
    });
  return { rows, isTaken, draft, write, send, undo, failure };
}

interface HandedIn extends Pick<CorrectionDesk, "rows" | "failure"> {
  /** Does something with the rows and gives those that are there after it. */
  readonly go: (work: (before: Rows) => Promise<Rows>) => void;
}

/** What was handed in of a document. One thing is done after another: each goes on from those before it. */
function useHandedIn(id: string): HandedIn {
  const [rows, setRows] = useState<Rows | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const last = useRef<Promise<Rows | null>>(Promise.resolve(null));
  const shown = async (next: Promise<Rows>) => {
    try {
      setRows(await next);
      setFailure(null);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  const go = (work: (before: Rows) => Promise<Rows>) => {
    const before = last.current;
    const next = before.then(async (known) => work(known ?? (await askCorrections(id))));
    // What failed changed nothing.
    last.current = next.catch(() => before);
    void shown(next);
  };
  useEffect(() => go(async (before) => before), [id]);
  return { rows, failure, go };
}

const NAME = "gongkai.who";

/** The name that the last correction of this browser was signed with. */
export const signature = (): string => localStorage.getItem(NAME) ?? "";

export const keepSignature = (who: string): void => localStorage.setItem(NAME, who);
