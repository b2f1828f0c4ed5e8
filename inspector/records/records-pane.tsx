import { useEffect, useMemo, useState } from "preact/hooks";
import type { Shown } from "../document-view.js";
import { doubtsOf } from "../model/doubts.js";
import { useWords } from "../shared/language.js";
import type { Finding } from "../model/dataset.js";
import { chosenCell } from "../model/explained.js";
import { useKeys } from "../shared/keys.js";
import { DraftForm, HandedIn } from "./corrections.js";
import { draftOfCell, draftOfFinding, useDesk } from "./desk.js";
import { Findings } from "./findings.js";
import { Queue } from "./queue.js";
import { Sample } from "./sample.js";
import { Tables } from "./tables.js";
import { Value } from "./value.js";

const TABS = ["tables", "findings", "queue", "sample"] as const;
type Tab = (typeof TABS)[number];

/** What was read of a document: its tables, its findings, what is to be looked at. */
export function RecordsPane(shown: Shown) {
  const { dataset, spot, isTaken } = shown;
  const doubts = useMemo(() => doubtsOf(dataset), [dataset]);
  const [tab, setTab] = useState<Tab>("tables");
  const desk = useDesk(dataset.document.document_id, isTaken);
  const dismiss = isTaken ? (finding: Finding) => desk.write(draftOfFinding(finding)) : undefined;
  const correct = () => {
    const chosen = chosenCell(dataset, spot);
    if (isTaken && chosen !== null) desk.write(draftOfCell(chosen.table, chosen.cell, desk.rows));
  };
  useKeys(tab === "sample" ? {} : { c: correct, u: isTaken ? desk.undo : () => {} });
  useEffect(() => {
    if (spot !== null && spot.table !== null && tab === "findings") setTab("tables");
  }, [spot]);
  return (
    <>
      <Tabs
        open={tab}
        choose={setTab}
        counts={{
          tables: dataset.tables.length,
          findings: dataset.findings.length,
          queue: doubts.length,
        }}
      />
      {tab === "tables" && <Tables {...shown} />}
      {tab === "findings" && <Findings {...shown} dismiss={dismiss} />}
      {tab === "queue" && <Queue {...shown} doubts={doubts} dismiss={dismiss} />}
      {tab === "sample" && <Sample {...shown} />}
      <DraftForm desk={desk} />
      <HandedIn desk={desk} />
      <Value {...shown} dismiss={dismiss} correct={isTaken ? correct : undefined} />
    </>
  );
}

interface TabsProps {
  readonly open: Tab;
  readonly choose: (tab: Tab) => void;
  readonly counts: Partial<Record<Tab, number>>;
}

function Tabs({ open, choose, counts }: TabsProps) {
  const { say } = useWords();
  return (
    <div class="tabs" role="group" aria-label={say("recordsBeside")}>
      {TABS.map((one) => (
        <button key={one} type="button" aria-pressed={one === open} onClick={() => choose(one)}>
          {say(one)} {counts[one] !== undefined && <span class="count">{counts[one]}</span>}
        </button>
      ))}
    </div>
  );
}
