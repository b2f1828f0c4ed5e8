import type { Look } from "../../pipeline/model/document.js";
import {
  PARAGRAPH_PROPERTIES,
  type ParagraphProperties,
  RUN_PROPERTIES,
  type RunProperties,
  isOn,
} from "./properties.js";
import { type Attributes, readXml } from "../office/xml.js";

/** A style with all that it inherits. */
export interface Style {
  /** As Word shows it, lower case (`heading 1`, `toc 2`). */
  readonly name: string;
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
  /** The ids of the style and of those it is based on, nearest first. */
  readonly lineage: readonly string[];
}

export interface Styles {
  /** Of the default paragraph style where `id` is undefined or unknown. */
  readonly paragraph: (id: string | undefined) => Style;
  readonly character: (id: string | undefined) => RunProperties;
  /** How text is set that follows `run` in a paragraph of this style. */
  readonly look: (style: Style, run: RunProperties) => Omit<Look, "centred">;
}

interface Declared {
  readonly id: string;
  readonly type: string;
  readonly isDefault: boolean;
  name: string;
  basedOn?: string;
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
}

/** Word's own default where the document states no size, in points. */
const DEFAULT_SIZE = 10;
const PLAIN: RunProperties = {};
const BUILT_IN_HEADING = /^(?:heading|标题) ?([1-9])$/u;

/** Reads `word/styles.xml`; without one every paragraph has the plain style. */
export function readStyles(
  bytes: Uint8Array | undefined,
  fonts: ReadonlyMap<string, string>,
): Styles {
  const defaults = declared({ "w:type": "default" });
  const styles = new Map<string, Declared>();
  if (bytes) collect(bytes, defaults, styles);
  const standard = [...styles.values()].find((s) => s.isDefault && s.type === "paragraph");
  const isKnown = (id: string | undefined) => id !== undefined && styles.has(id);
  const resolve = remembered((id: string | undefined) => inherit(id ?? "", styles, defaults));
  const plain = resolve(standard?.id);
  const named = remembered((id) => (isKnown(id) ? resolve(id) : plain));
  return {
    paragraph: (id) => (id === undefined ? plain : named(id)),
    character: (id) => (id === undefined ? PLAIN : resolve(id).run),
    look: (style, run) => look({ ...defaults.run, ...style.run, ...run }, fonts),
  };
}

/** Every paragraph asks, and there are few styles. */
function remembered<T>(find: (id: string | undefined) => T): (id: string | undefined) => T {
  const answers = new Map<string | undefined, T>();
  return (id) => {
    const known = answers.get(id);
    if (known !== undefined) return known;
    const answer = find(id);
    answers.set(id, answer);
    return answer;
  };
}

function look(run: RunProperties, fonts: ReadonlyMap<string, string>): Omit<Look, "centred"> {
  const font = run.font ?? run.latinFont ?? "";
  return {
    size: run.size ?? DEFAULT_SIZE,
    bold: run.bold === true,
    font: font.startsWith("theme:") ? (fonts.get(font.slice(6)) ?? "") : font,
  };
}

function inherit(id: string, styles: ReadonlyMap<string, Declared>, defaults: Declared): Style {
  const chain = ancestry(id, styles);
  const oldestFirst = chain.toReversed();
  return {
    name: chain[0]?.name ?? "",
    paragraph: merged([defaults.paragraph, ...oldestFirst.map(paragraphOf)]),
    run: merged(oldestFirst.map((style) => style.run)),
    lineage: chain.map((style) => style.id),
  };
}

/** Later ones have the last word. */
function merged<P extends object>(properties: readonly P[]): Partial<P> {
  const all: Partial<P> = {};
  for (const each of properties) Object.assign(all, each);
  return all;
}

/** A built-in heading has its level even where the file leaves it to Word. */
function paragraphOf(style: Declared): ParagraphProperties {
  const level = BUILT_IN_HEADING.exec(style.name)?.[1];
  return level === undefined
    ? style.paragraph
    : { outlineLevel: Number(level), ...style.paragraph };
}

function ancestry(id: string, styles: ReadonlyMap<string, Declared>): Declared[] {
  const chain: Declared[] = [];
  let style = styles.get(id);
  while (style && !chain.includes(style)) {
    chain.push(style);
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
  }
  return chain;
}

function declared(attributes: Attributes): Declared {
  return {
    id: attributes["w:styleId"] ?? "",
    type: attributes["w:type"] ?? "paragraph",
    isDefault: attributes["w:default"] !== undefined && isOn({ "w:val": attributes["w:default"] }),
    name: "",
    paragraph: {},
    run: {},
  };
}

function collect(bytes: Uint8Array, defaults: Declared, styles: Map<string, Declared>): void {
  let style = defaults;
  let conditional = false;
  readXml(bytes, {
    open: (name, attributes) => {
      if (name === "w:style") {
        style = declared(attributes);
        styles.set(style.id, style);
      } else if (name === "w:tblStylePr") conditional = true;
      else if (!conditional) set(style, name, attributes);
    },
    close: (name) => {
      if (name === "w:tblStylePr") conditional = false;
    },
  });
}

function set(style: Declared, name: string, attributes: Attributes): void {
  const value = attributes["w:val"];
  if (name === "w:name") style.name = (value ?? "").toLowerCase();
  else if (name === "w:basedOn" && value !== undefined) style.basedOn = value;
  else if (style.type !== "table") {
    RUN_PROPERTIES[name]?.(style.run, attributes);
    PARAGRAPH_PROPERTIES[name]?.(style.paragraph, attributes);
  }
}
