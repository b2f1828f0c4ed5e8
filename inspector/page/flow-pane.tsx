import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Shown } from "../document-view.js";
import { flowOf, sheetsOf } from "../model/flow.js";
import type { FlowBlock } from "../model/flow.js";
import { useWords } from "../shared/language.js";
import { Grid } from "../records/grid.js";

/** A document without pages in its own flow: headings, paragraphs and tables; the sheets of a workbook one at a time. */
export function FlowPane(shown: Shown) {
  const { say } = useWords();
  const { dataset, spot } = shown;
  const blocks = useMemo(() => flowOf(dataset), [dataset]);
  const sheets = useMemo(() => sheetsOf(blocks), [blocks]);
  const [sheet, setSheet] = useState(sheets[0]);
  const box = useRef<HTMLDivElement>(null);
  const wanted = blocks.find(
    (block) => block.type === "table" && block.table.table_no === spot?.table,
  );
  const open = sheets.length === 0 ? undefined : sheet;
  useEffect(() => {
    if (wanted?.sheet !== undefined) setSheet(wanted.sheet);
  }, [wanted]);
  useEffect(() => {
    const chosen = box.current?.querySelector(".chosen") ?? box.current?.querySelector(".wanted");
    chosen?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [spot, open]);
  const inSight = open === undefined ? blocks : blocks.filter((block) => block.sheet === open);
  return (
    <>
      {sheets.length > 1 && <Tabs names={sheets} open={open} choose={setSheet} />}
      <div class="flow" ref={box} tabIndex={0} role="region" aria-label={say("text")}>
        {inSight.map((block, i) => (
          <Block key={i} {...shown} block={block} />
        ))}
      </div>
    </>
  );
}

interface TabsProps {
  readonly names: readonly string[];
  readonly open: string | undefined;
  readonly choose: (name: string) => void;
}

function Tabs({ names, open, choose }: TabsProps) {
  const { say } = useWords();
  return (
    <div class="tabs" role="group" aria-label={say("pages")}>
      {names.map((name) => (
        <button key={name} type="button" aria-pressed={name === open} onClick={() => choose(name)}>
          {name}
        </button>
      ))}
    </div>
  );
}

function Block({ block, ...shown }: Shown & { block: FlowBlock }) {
  if (block.type !== "table")
    return block.type === "heading" ? <h2>{block.text}</h2> : <p>{block.text}</p>;
  const isWanted = block.table.table_no === shown.spot?.table;
  return (
    <div class={isWanted ? "wanted" : ""}>
      <Grid {...shown} table={block.table} />
    </div>
  );
}
