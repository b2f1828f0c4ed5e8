import type { Attributes } from "../office/xml.js";

/** What is said of a run, here or in a style; absent means not said. */
export interface RunProperties {
  /** In points. */
  size?: number;
  bold?: boolean;
  /** The typeface of Chinese characters; `theme:` and a slot where the theme names it. */
  font?: string;
  /** The typeface of Latin characters, likewise. */
  latinFont?: string;
  hidden?: boolean;
  /** Crossed out, with one line or two. */
  struck?: boolean;
  /** Set as a superscript. */
  raised?: boolean;
  /** The id of a character style. */
  style?: string;
}

/** What is said of a paragraph, here or in a style; absent means not said. */
export interface ParagraphProperties {
  /** The id of a paragraph style. */
  style?: string;
  /** 1 to 9; 10 is body text. */
  outlineLevel?: number;
  centred?: boolean;
  /** The id of a list; `0` takes the paragraph out of the style's list. */
  list?: string;
  /** 0-based. */
  listLevel?: number;
}

type Setters<P> = Readonly<Record<string, (properties: P, attributes: Attributes) => void>>;

/** The elements of `w:rPr` that are understood. */
export const RUN_PROPERTIES: Setters<RunProperties> = {
  "w:sz": (properties, attributes) => {
    const halfPoints = wholeNumber(attributes["w:val"]);
    if (halfPoints !== undefined && halfPoints > 0) properties.size = halfPoints / 2;
  },
  "w:b": (properties, attributes) => {
    properties.bold = isOn(attributes);
  },
  "w:vanish": (properties, attributes) => {
    properties.hidden = isOn(attributes);
  },
  "w:strike": (properties, attributes) => {
    properties.struck = isOn(attributes);
  },
  "w:dstrike": (properties, attributes) => {
    properties.struck = isOn(attributes);
  },
  "w:vertAlign": (properties, attributes) => {
    properties.raised = attributes["w:val"] === "superscript";
  },
  // A style separator: Word hides the end of a heading so that text goes on beside it.
  "w:specVanish": (properties) => {
    properties.hidden = false;
  },
  "w:rStyle": (properties, attributes) => {
    if (attributes["w:val"] !== undefined) properties.style = attributes["w:val"];
  },
  "w:rFonts": (properties, attributes) => {
    const font = attributes["w:eastAsia"] ?? themed(attributes["w:eastAsiaTheme"]);
    const latinFont = attributes["w:ascii"] ?? themed(attributes["w:asciiTheme"]);
    if (font !== undefined) properties.font = font;
    if (latinFont !== undefined) properties.latinFont = latinFont;
  },
};

/** The elements of `w:pPr` that are understood. */
export const PARAGRAPH_PROPERTIES: Setters<ParagraphProperties> = {
  "w:pStyle": (properties, attributes) => {
    if (attributes["w:val"] !== undefined) properties.style = attributes["w:val"];
  },
  "w:outlineLvl": (properties, attributes) => {
    const level = wholeNumber(attributes["w:val"]);
    if (level !== undefined) properties.outlineLevel = level + 1;
  },
  "w:jc": (properties, attributes) => {
    properties.centred = attributes["w:val"] === "center";
  },
  "w:numId": (properties, attributes) => {
    if (attributes["w:val"] !== undefined) properties.list = attributes["w:val"];
  },
  "w:ilvl": (properties, attributes) => {
    const level = wholeNumber(attributes["w:val"]);
    if (level !== undefined) properties.listLevel = level;
  },
};

/** Whether a switch such as `<w:b/>` is on: it is, unless it says otherwise. */
export function isOn(attributes: Attributes): boolean {
  const value = attributes["w:val"];
  return value !== "0" && value !== "false" && value !== "off";
}

/** A number as attributes have it, undefined where it is none. */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d{1,9}(\.\d+)?$/u.test(text)
    ? Math.trunc(Number(text))
    : undefined;
}

function themed(slot: string | undefined): string | undefined {
  return slot === undefined ? undefined : `theme:${slot}`;
}
