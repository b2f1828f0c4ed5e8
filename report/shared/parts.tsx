import type { ComponentChildren } from "preact";
import type { When } from "../../panel/report/data.js";
import { grouped } from "../../inspector/shared/numbers.js";
import { useReport, useWords } from "./language.js";
import type { Speaker } from "./language.js";
import type { Word } from "../words.js";

interface SectionProps {
  readonly name: Word;
  readonly about?: string;
  readonly children: ComponentChildren;
}

/** One part of the report. */
export function Section({ name, about, children }: SectionProps) {
  const { say } = useWords();
  return (
    <section id={name} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{say(name)}</h2>
      {about !== undefined && <p class="note">{about}</p>}
      {children}
    </section>
  );
}

/** A column of a table: what heads it, and whether it holds numbers. */
type Head = Word | readonly [Word, "number"] | { readonly text: string; readonly isNumber?: true };

interface TableProps {
  readonly caption: string;
  readonly heads: readonly Head[];
  readonly rows: readonly TableRow[];
  /** What is not in the table. */
  readonly more?: string | undefined;
}

interface TableRow {
  readonly cells: readonly ComponentChildren[];
  readonly id?: string;
}

/** The numbers of a chart, as text. */
export function Table({ caption, heads, rows, more }: TableProps) {
  const { say } = useWords();
  if (rows.length === 0) return <p class="note">{say("nothing")}</p>;
  const isNumber = heads.map(holdsNumbers);
  return (
    <>
      <div class="table" tabIndex={0} role="region" aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {heads.map((head, at) => (
                <th key={at} scope="col" class={isNumber[at] === true ? "number" : ""}>
                  {headText(head, say)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cells, id }, at) => (
              <tr key={at} id={id}>
                {cells.map((cell, column) => (
                  <td key={column} class={isNumber[column] === true ? "number" : ""}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more !== undefined && <p class="more">{more}</p>}
    </>
  );
}

function holdsNumbers(head: Head): boolean {
  if (typeof head === "string") return false;
  return "text" in head ? head.isNumber === true : true;
}

function headText(head: Head, say: Speaker["say"]): string {
  if (typeof head === "string") return say(head);
  return "text" in head ? head.text : say(head[0]);
}

/** An exact amount. */
export function Amount({ of }: { of: string | null }) {
  return <>{of === null ? "" : grouped(of)}</>;
}

/** A place of a document, which leads to the inspector, where there is one. */
export function PlaceLink({ at, children }: { at: string; children?: ComponentChildren }) {
  const { inspector } = useReport().data;
  if (inspector === null) return <span class="place">{children ?? at}</span>;
  return (
    <a class="place" href={`${inspector}documents/${at}`} rel="noopener noreferrer">
      {children ?? at}
    </a>
  );
}

/** A year, its phase and, of governments, whose amounts are meant. */
export function whenText({ year, phase, coverage }: When, { value }: Speaker): string {
  const parts = [String(year), value(phase), ...(coverage === null ? [] : [value(coverage)])];
  return parts.join(" ");
}

/** What a bounded part leaves out. */
export function useMore(more: number, word: "moreIssuers" | "moreRows"): string | undefined {
  const { say } = useWords();
  return more === 0 ? undefined : say(word, { n: more.toLocaleString("en") });
}

/** Those of some rows whose issuer is looked for. */
export function useWanted<T>(rows: readonly T[], nameOf: (row: T) => string | null): readonly T[] {
  const { wanted } = useReport();
  return wanted === "" ? rows : rows.filter((row) => (nameOf(row) ?? "").includes(wanted));
}

/** Says that a chart has fewer than its table. */
export function Partly({ shown, all }: { shown: number; all: number }) {
  const { say } = useWords();
  return shown < all ? <p class="more">{say("inTable", { n: shown, all })}</p> : null;
}
