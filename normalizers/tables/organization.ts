import type { PrintedTable, TableKind, TableReading } from "../../pipeline/table-kind.js";
import type { Draft } from "../../pipeline/records.js";
import { facetsOf } from "../captions/facets.js";
import { type CellReader, cellReader } from "./cells.js";
import { type Bound, bind, cellsUnder, otherColumns } from "./columns.js";
import { ignoreFurniture } from "./furniture.js";
import { isBlankRow, rowPage } from "./rows.js";

const HEADERS = {
  name: /^(?:预算|所属|下属|部门|决算)*(?:单位|机构|部门)(?:名称|全称)$|^名称$/u,
  nature: /^(?:单位|机构)?(?:性质|类[别型])$/u,
  rank: /^(?:单位|机构)?(?:规格|级别)$/u,
  funding:
    /^经费(?:保障|供给|来源|拨款|管理)?(?:形式|方式|来源|渠道|性质)$|^(?:预算管理|拨款|保障)(?:形式|方式)$/u,
} as const;

const NOT_DATA = /^(?:序号|备注)$/u;

const ELSEWHERE = /^(?:预算)?(?:单位|部门)?(?:编码|代码)$|编制|人数|地址|电话|联系/u;

type Field = keyof typeof HEADERS;

/** 机构设置情况: the units of a department, one row a unit. */
export const organization: TableKind = {
  kind: "organization",
  name: "机构设置情况",
  names: (caption) => facetsOf(caption).subject === "organization",
  fits: (table) => bound(table).has("name"),
  shows: (table) => bound(table).has("name") && (bound(table).size > 2 || isPlainList(table)),
  read,
};

/** Names, with nothing but serial numbers and remarks beside them. */
function isPlainList(table: PrintedTable): boolean {
  const besides = otherColumns(table.columns, bound(table), NOT_DATA);
  return besides.length > 0 && bound(table).size + besides.length === table.columns.length;
}

function bound(table: PrintedTable): Bound<Field> {
  return bind(table.columns, HEADERS);
}

function read(table: PrintedTable): TableReading {
  const reader = cellReader(table.grid);
  ignoreFurniture(table, reader, ELSEWHERE);
  const organizations = table.bodyRows
    .filter((row) => !isBlankRow(table.grid, row))
    .flatMap((row) => unit(table, reader, row));
  return { organizations, ...reader.close() };
}

function unit(
  { grid, columns }: PrintedTable,
  reader: CellReader,
  row: number,
): readonly Draft<"organizations">[] {
  const found = bind(columns, HEADERS);
  const text = (field: Field) => reader.text(cellsUnder(grid, { bound: found, field, row })[0]);
  const name = text("name");
  if (name === null) return [];
  const [nature, rank, funding] = [text("nature"), text("rank"), text("funding")];
  return [{ row, page: rowPage(grid, row), name, nature, rank, funding }];
}
