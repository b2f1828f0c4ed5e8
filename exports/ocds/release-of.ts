import type { Release } from "./release.js";
import type { Source } from "./sources.js";

type Stated = (name: string) => string | undefined;

/** The planning release of a row of `procurement_items`. What is not stated is undefined, which JSON leaves out. */
export function releaseOf(
  cell: (name: string) => string,
  source: Source & { readonly date: string; readonly prefix: string },
): Release {
  const stated: Stated = (name) => cell(name) || undefined;
  const id = `${cell("document_id")}-${cell("table_no")}-${cell("row")}`;
  const title = stated("item_name") ?? stated("project_name") ?? stated("label");
  const total = worth(stated("amount_total"));
  const buyer = buyerOf(source);
  return {
    ocid: `${source.prefix}-${id}`,
    id: `${id}-planning`,
    date: source.date,
    tag: ["planning"],
    initiationType: "tender",
    language: "zh",
    parties: buyer === undefined ? undefined : [{ ...buyer, roles: ["buyer"] }],
    buyer,
    planning: {
      budget: { id, project: stated("project_name"), amount: total },
      documents: [planOf(cell("document_id"), source)],
    },
    tender: { id, title, status: "planning", items: [itemOf(stated, title)], value: total },
  };
}

function itemOf(stated: Stated, description: string | undefined) {
  const catalogue = stated("catalogue_code");
  const unit = { name: stated("unit"), value: worth(stated("unit_price")) };
  return {
    id: "1",
    description,
    classification:
      catalogue === undefined ? undefined : { scheme: "CN-GPC" as const, id: catalogue },
    quantity: stated("quantity"),
    unit: unit.name === undefined && unit.value === undefined ? undefined : unit,
  };
}

function planOf(id: string, { title, url, format }: Source) {
  const documentType = "procurementPlan" as const;
  return { id, documentType, title, url, format, language: "zh" as const };
}

function buyerOf({ issuer: name, code }: Source) {
  if (name === undefined) return undefined;
  return { id: code === undefined ? name : `${code}-${name}`, name };
}

function worth(amount: string | undefined) {
  return amount === undefined ? undefined : { amount, currency: "CNY" as const };
}
