import { type Attributes, readXml } from "../../office/xml.js";
import { BUILT_IN } from "../display/built-in.js";
import { type CellStyle, PLAIN_STYLE } from "../draft.js";

const SIDES = new Set(["left", "right", "start", "end"]);
/** Text that is set to the right or centred is not indented from the left. */
const INDENTED = new Set([undefined, "general", "left", "distributed"]);

/** The styles that cells name by number. */
export function readStyles(bytes: Uint8Array | undefined): readonly CellStyle[] {
  if (bytes === undefined) return [];
  const formats = new Map<number, string>();
  const borders: boolean[] = [];
  const styles: Draft[] = [];
  const open: string[] = [];
  readXml(bytes, {
    open: (element, attributes) => {
      const parent = open.at(-1);
      open.push(element);
      if (element === "numFmt" && parent === "numFmts")
        formats.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      else if (element === "border" && parent === "borders") borders.push(false);
      else if (parent === "border" && SIDES.has(element) && hasRule(attributes))
        borders[borders.length - 1] = true;
      else if (element === "xf" && parent === "cellXfs") styles.push(draftOf(attributes));
      else if (element === "alignment" && open.at(-3) === "cellXfs")
        indent(styles.at(-1), attributes);
    },
    close: () => {
      open.pop();
    },
  });
  return styles.map(({ format, border, indent: levels }) => ({
    format: formats.get(format) ?? BUILT_IN.get(format) ?? PLAIN_STYLE.format,
    ruled: borders[border] ?? false,
    indent: levels,
  }));
}

interface Draft {
  readonly format: number;
  readonly border: number;
  indent: number;
}

function draftOf(attributes: Attributes): Draft {
  return {
    format: Number(attributes["numFmtId"] ?? 0),
    border: Number(attributes["borderId"] ?? 0),
    indent: 0,
  };
}

function hasRule({ style }: Attributes): boolean {
  return style !== undefined && style !== "none";
}

function indent(style: Draft | undefined, { horizontal, indent: levels = "0" }: Attributes): void {
  if (style !== undefined && INDENTED.has(horizontal))
    style.indent = Math.min(Number(levels) || 0, 15);
}
