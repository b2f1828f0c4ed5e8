import type { Cell } from "../../../pipeline/model/document.js";
import { objectOf } from "../../../pipeline/model/object-of.js";
import type { Draft } from "../../../pipeline/model/records/registry.js";
import { canonical } from "../../values/text.js";
import { type Bound, headerText } from "../columns.js";
import { defineTable, type Line as FormLine } from "../define-table.js";
import {
  AMOUNTS,
  COLUMNS,
  ELSEWHERE,
  isAmount,
  type ProcurementField,
  procurementColumns,
} from "./procurement-columns.js";

type Item = Draft<"procurement_items">;
type Line = FormLine<ProcurementField>;

/** 政府采购预算表: items to be bought, their subtotals and totals. */
export const procurement = defineTable({
  kind: "procurement",
  name: "政府采购预算表",
  columns: COLUMNS,
  elsewhere: ELSEWHERE,
  bind: procurementColumns,
  // A label that spans into a column from the left (合计) is not its own.
  own: (cell, { field, column }) => isAmount(field) || cell.column === column,
  fits: isItemized,
  shows: (bound, { columns }) => {
    const headers = columns.flatMap(({ path }) => path.map(headerText));
    return isItemized(bound) && headers.some((header) => /采购/u.test(header));
  },
  rows: (lines) => {
    const items: Item[] = [];
    for (const line of lines) items.push(itemOf(line, items.at(-1) ?? NOTHING));
    return { procurement_items: items };
  },
});

function isItemized(bound: Bound<ProcurementField>): boolean {
  return (
    (bound.has("item_name") || bound.has("catalogue_code")) && [...bound.keys()].some(isAmount)
  );
}

/** What a blank cell stands for in the rows of an outline or of merged cells. */
type Above = Pick<Item, "project_name" | "project_budget" | "item_name">;

const NOTHING: Above = { project_name: null, project_budget: null, item_name: null };

function itemOf(line: Line, above: Above): Item {
  const kind = kindOf(line);
  const names = namesOf(line, kind, above);
  return { ...figures(line), row_kind: kind, ...names, ...classesOf(line, names.label) };
}

const TOTAL = /^(?:采购)?(?:总计|合计)$/u;
const SUBTOTAL = /小计$|合计$/u;

/** An item names what is bought; a row that does not sums up: the whole, a unit, a class or a project. */
function kindOf(line: Line): Item["row_kind"] {
  const label = canonical(labelCell(line)?.text ?? "");
  if (TOTAL.test(label)) return "total";
  if (SUBTOTAL.test(label)) return "subtotal";
  const named = (["item_name", "catalogue_code", "organization_form"] as const).some((field) =>
    isStated(line.cell(field)),
  );
  return named || !line.bound.has("item_name") ? "item" : "subtotal";
}

type Names = Pick<Item, "label" | "project_name" | "project_budget" | "item_name">;

function namesOf(line: Line, kind: Item["row_kind"], above: Above): Names {
  if (kind === "item") return { label: null, ...itemNames(line, above) };
  const summed = canonical(labelCell(line)?.text ?? "");
  const project = line.read("project_name");
  const economic = line.read("economic_classification");
  const outlined = !TOTAL.test(summed) && !SUBTOTAL.test(summed) && (project ?? economic) !== null;
  return {
    label: outlined ? (economic ?? project) : line.reader.text(labelCell(line)),
    project_name: outlined ? (project ?? above.project_name) : null,
    project_budget: line.read("project_budget"),
    item_name: null,
  };
}

const CLASSES = ["category", "economic_classification", "organization_form", "method"] as const;

type Class = (typeof CLASSES)[number];

/** How a row is classified; what is its label already is not said again. */
function classesOf({ read }: Line, label: string | null): Pick<Item, Class> {
  return objectOf<Pick<Item, Class>>(CLASSES, (field) => {
    const stated = read(field);
    return stated === label ? null : stated;
  });
}

/** A blank project or item goes on from above. */
function itemNames({ read }: Line, above: Above): Above {
  const project = read("project_name");
  return {
    project_name: project ?? above.project_name,
    project_budget: read("project_budget") ?? (project === null ? above.project_budget : null),
    item_name: read("item_name") ?? above.item_name,
  };
}

/** The first label that starts in the row; a serial number is none. */
function labelCell({ table, row }: Line): Cell | undefined {
  return table.grid.rowCells(row).find((cell) => /\p{L}/u.test(canonical(cell.text)));
}

function figures({ row, page, read }: Line): Omit<Item, "row_kind" | Class | keyof Names> {
  return {
    row,
    page,
    catalogue_code: read("catalogue_code"),
    unit: read("unit"),
    quantity: read("quantity"),
    unit_price: read("unit_price"),
    ...objectOf<Pick<Item, (typeof AMOUNTS)[number]>>(AMOUNTS, read),
  };
}

function isStated(cell: Cell | undefined): boolean {
  return cell !== undefined && canonical(cell.text) !== "";
}
