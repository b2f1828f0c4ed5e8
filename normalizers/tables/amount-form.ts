import type { Stage, TableKindName } from "../../pipeline/vocabulary.js";
import type { PrintedTable, TableKind } from "../../pipeline/table-kind.js";
import { canonical } from "../text.js";
import { halvesOf } from "./amount-columns.js";
import { type AmountForm, readAmounts } from "./amounts.js";
import { itemOf } from "./measures.js";

type WithoutStage<K> = K extends `budget_${infer Name}` ? Name : never;

/** The kinds of amounts without their stage. */
type FormName = WithoutStage<TableKindName>;

/** A statutory form of amounts as data: its budget and its accounts edition differ by stage alone. */
export interface Form {
  /** The kind without its stage: `general_public`. */
  readonly form: FormName;
  readonly name: string;
  readonly title: RegExp;
  readonly side: "income" | "expenditure" | null;
  readonly classification: "function" | "economic" | null;
  readonly threePublic?: boolean;
  /** Whether this layout can be the form's. */
  readonly fits: (layout: Layout) => boolean;
  /** Whether only the form has this layout; never, where not given. */
  readonly shows?: (layout: Layout) => boolean;
}

/** What a header and its labels show of a table of amounts, all canonical. */
interface Layout {
  readonly halves: number;
  /** Whether one half is headed income, another expenditure. */
  readonly twoSided: boolean;
  readonly headers: readonly string[];
  readonly labels: readonly string[];
  /** How many 三公 items its headers or labels name. */
  readonly threePublicItems: number;
}

/** The layout of a table, as far as it can be seen without knowing the form. */
function layoutOf(table: PrintedTable): Layout {
  const halves = halvesOf(table);
  const headers = table.columns.flatMap(({ path }) => path.map(canonical));
  const named = new Set(halves.flatMap(({ labels }) => labels.map(({ index }) => index)));
  const labels = table.bodyRows.flatMap((row) =>
    table.grid
      .rowCells(row)
      .filter((cell) => named.has(cell.column))
      .map((cell) => canonical(cell.text)),
  );
  const sides = new Set(halves.map(({ side }) => side));
  const items = [...headers, ...labels]
    .map(itemOf)
    .filter((item) => item !== null && item !== "total");
  return {
    halves: halves.length,
    twoSided: sides.has("income") && sides.has("expenditure"),
    headers,
    labels,
    threePublicItems: new Set(items).size,
  };
}

const STAGE_OF = { budget: "budget", accounts: "final_accounts" } as const;

/** Whether a table belongs to this stage: its caption says so, else its document does. */
function isOfStage(table: PrintedTable, stage: Stage): boolean {
  if (/决算/u.test(table.caption ?? "")) return stage === "final_accounts";
  if (/预算(?:总|收支|情况|明细)?(?:总)?表/u.test(table.caption ?? "")) return stage === "budget";
  return (table.document.stage ?? "budget") === stage;
}

/** Tables of a government's whole budget that share words with a department's forms but are none. */
const OF_GOVERNMENTS = /转移支付|分地区|税收返还|债务|债券|限额|社会保险基金/u;

function edition(form: Form, stage: keyof typeof STAGE_OF): TableKind {
  const kind = `${stage}_${form.form}` as const;
  const amountForm: AmountForm = {
    kind,
    side: form.side,
    classification: form.classification,
    threePublic: form.threePublic ?? false,
  };
  const ofStage = (table: PrintedTable): boolean =>
    isOfStage(table, STAGE_OF[stage]) && !OF_GOVERNMENTS.test(table.caption ?? "");
  return {
    kind,
    name: form.name,
    title: form.title,
    fits: (table) => ofStage(table) && form.fits(layoutOf(table)),
    shows: (table) => form.shows !== undefined && ofStage(table) && form.shows(layoutOf(table)),
    read: (table) => readAmounts(table, amountForm),
  };
}

/** The budget and the accounts edition of a form. */
export function editions(form: Form): readonly [TableKind, TableKind] {
  return [edition(form, "budget"), edition(form, "accounts")];
}
