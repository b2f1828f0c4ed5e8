import type { Column, PrintedTable } from "../../../pipeline/model/table-kind.js";
import { canonical } from "../../values/text.js";
import { printedIn } from "./column-roles.js";

/** Whether most names in a column of classes begin with a code; a total has none. */
export function printsCodes(table: PrintedTable, { index, path }: Column): boolean {
  if (!CLASSES.test(path.join(" "))) return false;
  const printed = printedIn(table, index).filter(({ text }) => !TOTAL.test(canonical(text)));
  const coded = printed.filter(({ text }) => codedLabel(canonical(text)) !== null);
  return coded.length > 1 && coded.length * 2 > printed.length;
}

const TOTAL = /^(?:合计|总计|小计)$/u;
const CLASSES = /科目|分类|功能|经济/u;
/** 类 款 项 of functions, or 类 款 of economic uses, before a name. */
const CODED_LABEL =
  /^((?:2\d{2}(?:\d{2}){0,2}|[35]\d{2}(?:\d{2})?))[-—－_:：]?([“"（(《]?\p{sc=Han}.*)$/u;

/** The code and the name of a canonical label that prints both; null where it does not. */
export function codedLabel(label: string): { readonly code: string; readonly name: string } | null {
  const [, code, name] = CODED_LABEL.exec(label) ?? [];
  return code === undefined || name === undefined ? null : { code, name };
}
