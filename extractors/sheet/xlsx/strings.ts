import { readXml } from "../../office/xml.js";

/** `_x000D_` stands for a character that XML cannot hold. */
const ESCAPED = /_x([0-9a-f]{4})_/giu;

/** The text of a string as typed. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(ESCAPED, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

/** The strings that the cells of a workbook share, by number. How they are read aloud is no part of them. */
export function readStrings(bytes: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  if (bytes === undefined) return strings;
  let text = "";
  let reading = false;
  let aloud = 0;
  readXml(bytes, {
    open: (element) => {
      if (element === "si") text = "";
      else if (element === "rPh") aloud += 1;
      reading = element === "t" && aloud === 0;
    },
    close: (element) => {
      if (element === "si") strings.push(unescaped(text));
      else if (element === "rPh") aloud -= 1;
      reading = false;
    },
    text: (some) => {
      if (reading) text += some;
    },
  });
  return strings;
}
