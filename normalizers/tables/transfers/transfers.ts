import type { TransferKindName } from "../../../pipeline/model/records/vocabulary.js";
import type { TableKind } from "../../../pipeline/model/table-kind.js";
import { facetsOfTitled } from "../../captions/facets.js";
import { readTransfers } from "./read-transfers.js";
import { type TransferLayout, transferLayout } from "./transfer-layout.js";

interface Form {
  readonly kind: TransferKindName;
  readonly name: string;
  readonly fits: (layout: TransferLayout) => boolean;
}

const FORMS: readonly Form[] = [
  {
    kind: "transfers_by_item_and_region",
    name: "转移支付分项目分地区情况表",
    fits: ({ regions, items }) => regions !== null && items,
  },
  {
    kind: "transfers_by_region",
    name: "转移支付分地区情况表",
    fits: ({ regions, items }) => regions !== null && !items,
  },
  {
    kind: "transfers_received",
    name: "上级税收返还和转移支付情况表",
    fits: ({ regions, direction }) => regions === null && direction === "received",
  },
  {
    kind: "transfers_by_item",
    name: "转移支付分项目情况表",
    fits: ({ regions, direction }) => regions === null && direction !== "received",
  },
];

/** The kinds of tables of transfers between governments. Nothing but its caption shows one. */
export const transferKinds: readonly TableKind[] = FORMS.map(({ kind, name, fits }): TableKind => ({
  kind,
  name,
  of: "governments",
  names: (table) => facetsOfTitled(table).subject === "transfers",
  fits: (table) => {
    const layout = transferLayout(table);
    return layout !== null && fits(layout);
  },
  shows: () => false,
  read: readTransfers,
}));
