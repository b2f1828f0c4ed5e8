import type { DocumentDataset } from "../../../index.js";
import { add, countOf } from "../../../pipeline/model/tally.js";

/** A row of changes.csv: an amount or a target that two versions of a document do not share. */
export interface Change {
  readonly document_id: string;
  readonly supersedes: string;
  readonly file: "amounts" | "indicators";
  readonly change: "added" | "dropped" | "changed";
  /** What names the value in both versions. */
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What changed from one version of a document to the next: amounts and targets that were added, dropped, changed. */
export function changesBetween(before: DocumentDataset, after: DocumentDataset): readonly Change[] {
  const versions = {
    document_id: after.document.document_id,
    supersedes: before.document.document_id,
  };
  return [
    ...compared(amountsIn(before), amountsIn(after)).map((change) => ({
      ...versions,
      file: "amounts" as const,
      ...change,
    })),
    ...compared(targetsIn(before), targetsIn(after)).map((change) => ({
      ...versions,
      file: "indicators" as const,
      ...change,
    })),
  ];
}

type Values = ReadonlyMap<string, string>;

/** Amounts by what names them; those of one name are told apart by their order. */
function amountsIn({ amounts }: DocumentDataset): Values {
  return named(
    amounts.map(
      ({
        table_kind,
        side,
        classification,
        code,
        label,
        measure,
        phase,
        item,
        amount,
        value,
        raw,
      }) => ({
        name: [table_kind, side, classification, code, label, measure, phase, item],
        value: amount ?? value ?? raw,
      }),
    ),
  );
}

function targetsIn({ indicators }: DocumentDataset): Values {
  return named(
    indicators.map((row) => ({
      name: [
        row.scope,
        row.project_name,
        row.activity_name,
        row.level1,
        row.level2,
        row.level3,
        row.grade,
      ],
      value: [row.symbol_raw, row.target_raw, row.unit, row.target_text]
        .filter((each) => each !== null)
        .join(" "),
    })),
  );
}

interface Named {
  readonly name: readonly (string | null)[];
  readonly value: string;
}

function named(rows: readonly Named[]): Values {
  const values = new Map<string, string>();
  const times = new Map<string, number>();
  for (const { name, value } of rows) {
    const text = name.filter((part) => part !== null).join(" / ");
    add(times, text, 1);
    const count = countOf(times, text);
    values.set(count === 1 ? text : `${text} (${count})`, value);
  }
  return values;
}

function compared(
  before: Values,
  after: Values,
): readonly Pick<Change, "change" | "name" | "before" | "after">[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((name) => {
    const [old = null, now = null] = [before.get(name), after.get(name)];
    if (old === now) return [];
    const change = old === null ? "added" : now === null ? "dropped" : "changed";
    return [{ change, name, before: old, after: now } as const];
  });
}
