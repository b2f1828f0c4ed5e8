import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import {
  holdsMoney,
  printedIn,
  type Role,
  type RoledColumn,
  roledColumns,
} from "./column-roles.js";

/** Columns of one half, from left to right. */
export type Group = readonly RoledColumn[];

/** The roles that begin a half of their own after columns of money. */
const NAMING: ReadonlySet<Role> = new Set(["label", "code", "serial", "unnamed"]);

/** Columns in groups of what names a row and its money; either may stand first. */
export function columnGroups(table: PrintedTable): readonly Group[] {
  const columns = roledColumns(table);
  const groups = withOtherNames(
    table,
    parted(columns, (column) => beginsHalf(column, table), isMeasure),
  );
  const [first = [], second, ...rest] = groups;
  const isNameless = !first.some(namesRows) && first.some(({ index }) => holdsMoney(table, index));
  if (second === undefined || !isNameless || !groups.some((group) => group.some(namesRows)))
    return groups;
  const moneyFirst = parted(columns, isMeasure, namesRows);
  return moneyFirst.every((group) => group.some(namesRows))
    ? moneyFirst
    : [[...first, ...second], ...rest];
}

/** Groups that name rows by codes alone, or by labels alone, with the next one that has only the other: one half. */
function withOtherNames(table: PrintedTable, groups: readonly Group[]): readonly Group[] {
  const joined: Group[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    const [before, own] = [namesOf(table, last ?? []), namesOf(table, group)];
    const isOther = before !== own && before !== "both" && own !== "both";
    if (last !== undefined && isOther && before !== "none" && own !== "none")
      joined[joined.length - 1] = [...last, ...group];
    else joined.push(group);
  }
  return joined;
}

function namesOf(table: PrintedTable, group: Group): "code" | "label" | "both" | "none" {
  const hasLabel = group.some(({ role }) => role === "label");
  // A column 类 at the end may print 类, 款 or 项 in words.
  if (group.some(({ role, index }) => role === "code" && holdsMoney(table, index)))
    return hasLabel ? "both" : "code";
  return hasLabel ? "label" : "none";
}

/** Columns in groups: one that `begins` a group, after one that `fills` it, opens the next. */
function parted(
  columns: Group,
  begins: (column: RoledColumn) => boolean,
  fills: (column: RoledColumn) => boolean,
): readonly Group[] {
  const groups: RoledColumn[][] = [];
  let filled = false;
  for (const column of columns) {
    const last = groups.at(-1);
    if (last === undefined || (filled && begins(column))) {
      groups.push([column]);
      filled = false;
    } else last.push(column);
    filled ||= fills(column);
  }
  return groups;
}

const isMeasure = ({ role }: RoledColumn): boolean => role === "measure";

/** Whether a column prints what its rows are called, by its role. */
const namesRows = ({ role }: RoledColumn): boolean => role === "label" || role === "code";

/** Whether a column names rows of a half of its own; one of which nothing is printed below its header names none. */
function beginsHalf({ index, role, takenFor }: RoledColumn, table: PrintedTable): boolean {
  if (role === "unnamed" && printedIn(table, index).length === 0) return false;
  return NAMING.has(role) && takenFor !== "code_of_half_before";
}
