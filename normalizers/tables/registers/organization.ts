import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import { type Bound, otherColumns } from "../columns.js";
import { defineTable, text } from "../define-table.js";

const NOT_DATA = /^(?:序号|备注)$/u;

/** 机构设置情况: the units of a department, one row a unit. */
export const organization = defineTable({
  kind: "organization",
  name: "机构设置情况",
  columns: {
    name: {
      header: /^(?:预算|所属|下属|部门|决算)*(?:单位|机构|部门)(?:名称|全称)$|^名称$/u,
      read: text,
    },
    nature: { header: /^(?:单位|机构)?(?:性质|类[别型])$/u, read: text },
    rank: { header: /^(?:单位|机构)?(?:规格|级别)$/u, read: text },
    funding: {
      header:
        /^经费(?:保障|供给|来源|拨款|管理)?(?:形式|方式|来源|渠道|性质)$|^(?:预算管理|拨款|保障)(?:形式|方式)$/u,
      read: text,
    },
  },
  elsewhere: /^(?:预算)?(?:单位|部门)?(?:编码|代码)$|编制|人数|地址|电话|联系/u,
  fits: (bound) => bound.has("name"),
  shows: (bound, table) => bound.has("name") && (bound.size > 2 || isPlainList(bound, table)),
  rows: (lines) => ({
    organizations: lines.flatMap(({ row, page, read }) => {
      const name = read("name");
      if (name === null) return [];
      const [nature, rank, funding] = [read("nature"), read("rank"), read("funding")];
      return [{ row, page, name, nature, rank, funding }];
    }),
  }),
});

/** Names, with nothing but serial numbers and remarks beside them. */
function isPlainList(bound: Bound<string>, { columns }: PrintedTable): boolean {
  const besides = otherColumns(columns, bound, NOT_DATA);
  return besides.length > 0 && bound.size + besides.length === columns.length;
}
