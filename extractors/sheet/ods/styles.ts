import type { Attributes } from "../../office/xml.js";
import { type CellStyle, PLAIN_STYLE } from "../draft.js";

/** What the styles of a spreadsheet say, by their names. */
export interface OdsStyles {
  readonly cells: Map<string, CellStyle>;
  /** Styles of sheets that are not shown. */
  readonly hidden: Set<string>;
}

/** A level of indent in LibreOffice, in centimetres: 10 points. */
const LEVEL = 0.353;

/** Takes note of what an element inside a style says. */
export function addToStyle(
  styles: OdsStyles,
  name: string,
  { element, attributes }: { readonly element: string; readonly attributes: Attributes },
): void {
  const style = styles.cells.get(name) ?? PLAIN_STYLE;
  if (element === "style:table-properties" && attributes["table:display"] === "false")
    styles.hidden.add(name);
  else if (element === "style:table-cell-properties")
    styles.cells.set(name, { ...style, ruled: hasRule(attributes) });
  else if (element === "style:paragraph-properties")
    styles.cells.set(name, { ...style, indent: levels(attributes) });
}

function hasRule(attributes: Attributes): boolean {
  const sides = [
    attributes["fo:border"],
    attributes["fo:border-left"],
    attributes["fo:border-right"],
  ];
  return sides.some((rule) => rule !== undefined && rule !== "none");
}

function levels(attributes: Attributes): number {
  const { "fo:text-align": align = "start", "fo:margin-left": margin = "" } = attributes;
  const length = /^(?<size>[\d.]+)(?<unit>cm|mm|in|pt)$/u.exec(margin)?.groups;
  if (length === undefined || !/^(?:start|left)$/u.test(align)) return 0;
  const centimetres = { cm: 1, mm: 0.1, in: 2.54, pt: 2.54 / 72 }[length["unit"] ?? "cm"] ?? 0;
  return Math.round((Number(length["size"]) * centimetres) / LEVEL);
}
