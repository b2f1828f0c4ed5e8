import { equationText, isEquation } from "./equation-field.js";
import { addText } from "./paragraph.js";
import { RUN_PROPERTIES, type RunProperties } from "./properties.js";
import type { ElementReader, ElementReaders, Reader } from "./reader.js";
import { hasPrivateCodes, symbol } from "./symbols.js";

/** White space at the ends is the file's own layout, unless it says otherwise. */
const OUTER_SPACE = /^[ \t\n]+|(?<![ \t\n])[ \t\n]+$/gu;
const UNKNOWN_SIGN = "\ufffd";

/** The elements inside a paragraph: runs, text, signs and fields. */
export const RUN_ELEMENTS: ElementReaders = {
  "w:r": {
    open: (reader) => {
      reader.flow.run = undefined;
    },
    close: (reader) => {
      reader.flow.run = undefined;
    },
  },
  "w:rPr": { open: openRunProperties, close: closeRunProperties },
  ...runProperties(),
  "w:t": {
    open: (reader, attributes) => {
      reader.text = "";
      reader.spacePreserved = attributes["xml:space"] === "preserve";
    },
    close: closeText,
  },
  "m:t": {
    open: (reader) => {
      reader.text = "";
      reader.spacePreserved = true;
    },
    close: closeText,
  },
  "w:tab": { open: (reader) => addMark(reader, "\t") },
  "w:ptab": { open: (reader) => addMark(reader, "\t") },
  "w:br": { open: (reader) => addMark(reader, "\n") },
  "w:cr": { open: (reader) => addMark(reader, "\n") },
  "w:noBreakHyphen": { open: (reader) => addMark(reader, "-") },
  "w:sym": {
    open: (reader, attributes) => {
      const code = Number.parseInt(attributes["w:char"] ?? "", 16);
      addText(reader, readable(reader, attributes["w:font"] ?? "", code));
    },
  },
  "w:fldChar": {
    open: (reader, attributes) => turnField(reader, attributes["w:fldCharType"]),
  },
  "w:instrText": {
    open: (reader) => {
      reader.text = "";
    },
    close: (reader) => {
      const field = reader.flow.fields.at(-1);
      if (field && !field.inResult) field.instruction += reader.text ?? "";
      reader.text = undefined;
    },
  },
  "w:fldSimple": {
    open: (reader, attributes) => {
      reader.flow.fields.push({ instruction: attributes["w:instr"] ?? "", inResult: true });
    },
    close: (reader) => {
      reader.flow.fields.pop();
    },
  },
};

function openRunProperties(reader: Reader): void {
  const { paragraph } = reader.flow;
  const run: RunProperties = {};
  if (reader.paragraphProperties && paragraph) paragraph.mark = run;
  else reader.flow.run = run;
  reader.runProperties = run;
}

function closeRunProperties(reader: Reader): void {
  reader.runProperties = undefined;
}

function runProperties(): ElementReaders {
  const readers = Object.entries(RUN_PROPERTIES).map(([name, set]): [string, ElementReader] => [
    name,
    {
      open: (reader, attributes) => {
        if (reader.runProperties) set(reader.runProperties, attributes);
      },
    },
  ]);
  return Object.fromEntries(readers);
}

/** A tab stop in `w:pPr` has the name of a tab in a run. */
function addMark(reader: Reader, mark: string): void {
  if (!reader.paragraphProperties) addText(reader, mark);
}

function closeText(reader: Reader): void {
  const { text } = reader;
  reader.text = undefined;
  if (text === undefined || text === "") return;
  const kept = reader.spacePreserved ? text : text.replaceAll(OUTER_SPACE, "");
  const oneLine = kept.includes("\n") ? kept.replaceAll("\n", " ") : kept;
  addText(reader, hasPrivateCodes(oneLine) ? unveil(reader, oneLine) : oneLine);
}

/** Codes of a symbol font inside a text: which sign they show depends on the font of the run. */
function unveil(reader: Reader, text: string): string {
  const font = reader.flow.run?.latinFont ?? "";
  return text.replaceAll(/[\uf020-\uf0ff]/gu, (sign) => readable(reader, font, sign.charCodeAt(0)));
}

function readable(reader: Reader, font: string, code: number): string {
  const known = Number.isNaN(code) ? undefined : symbol(font, code);
  if (known === undefined) reader.seen.symbols.add(`${font} ${code.toString(16).toUpperCase()}`);
  return known ?? UNKNOWN_SIGN;
}

/** An equation has no result: Word draws its instruction. */
function addEquation(reader: Reader, { instruction }: { readonly instruction: string }): void {
  const drawn = equationText(instruction);
  if (drawn === undefined) reader.seen.symbols.add(instruction.trim());
  addText(reader, drawn ?? UNKNOWN_SIGN);
}

function turnField(reader: Reader, type: string | undefined): void {
  const { fields } = reader.flow;
  const field = fields.at(-1);
  if (type === "begin") fields.push({ instruction: "", inResult: false });
  else if (type === "separate" && field) field.inResult = true;
  else if (type === "end") {
    fields.pop();
    if (field?.inResult === false && isEquation(field.instruction)) addEquation(reader, field);
  }
}
