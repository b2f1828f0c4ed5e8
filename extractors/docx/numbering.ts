import { isOn, wholeNumber } from "./properties.js";
import { type Attributes, readXml } from "../office/xml.js";

/** How one level of a list is numbered. */
export interface ListLevel {
  start: number;
  format: string;
  /** `第%1章`, `%1.%2`: each `%n` is the number of level n. */
  pattern: string;
  /** The 1-based level that restarts this one; 0 never restarts; undefined: any higher one. */
  restart?: number;
  /** Every number in the pattern is written in digits. */
  inDigits: boolean;
  /** What stands between number and text. */
  suffix: string;
  /** The typeface of the number; a bullet may come from a symbol font. */
  font?: string;
  /** The paragraph style that stands at this level. */
  style?: string;
}

/** A list as paragraphs refer to it. */
export interface List {
  /** Lists with the same sequence count on together. */
  readonly sequence: string;
  /** By 0-based level. */
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** The number with which this list begins anew, by 0-based level. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

interface Sequence {
  readonly levels: Map<number, ListLevel>;
  /** The numbering style that defines it elsewhere. */
  linkTo?: string;
  /** The numbering style that it defines. */
  linkFrom?: string;
}

interface Instance {
  sequence: string;
  readonly levels: Map<number, ListLevel>;
  readonly startOverrides: Map<number, number>;
}

interface Gathering {
  readonly sequences: Map<string, Sequence>;
  readonly instances: Map<string, Instance>;
  sequence: Sequence | undefined;
  instance: Instance | undefined;
  /** The level that a `w:lvlOverride` speaks of. */
  overridden: number;
  level: ListLevel | undefined;
}

/** Reads `word/numbering.xml`: the lists by the id that paragraphs use. */
export function readLists(bytes: Uint8Array | undefined): ReadonlyMap<string, List> {
  if (bytes === undefined) return new Map();
  const gathering: Gathering = {
    sequences: new Map(),
    instances: new Map(),
    sequence: undefined,
    instance: undefined,
    overridden: 0,
    level: undefined,
  };
  readXml(bytes, { open: (name, attributes) => ELEMENTS[name]?.(gathering, attributes) });
  const lists = new Map<string, List>();
  for (const [id, instance] of gathering.instances) lists.set(id, toList(instance, gathering));
  return lists;
}

function toList(instance: Instance, { sequences }: Gathering): List {
  const id = definingSequence(instance.sequence, sequences);
  const levels = new Map([...(sequences.get(id)?.levels ?? []), ...instance.levels]);
  return { sequence: id, levels, startOverrides: instance.startOverrides };
}

/** A list may name a numbering style, which another sequence defines. */
function definingSequence(id: string, sequences: ReadonlyMap<string, Sequence>): string {
  const style = sequences.get(id)?.linkTo;
  if (style === undefined) return id;
  const defining = [...sequences].find(([, sequence]) => sequence.linkFrom === style);
  return defining?.[0] ?? id;
}

type Setter = (gathering: Gathering, attributes: Attributes) => void;

const ELEMENTS: Readonly<Record<string, Setter>> = {
  "w:abstractNum": (gathering, attributes) => {
    gathering.instance = undefined;
    gathering.sequence = { levels: new Map() };
    gathering.sequences.set(attributes["w:abstractNumId"] ?? "", gathering.sequence);
  },
  "w:num": (gathering, attributes) => {
    gathering.sequence = undefined;
    gathering.instance = { sequence: "", levels: new Map(), startOverrides: new Map() };
    gathering.instances.set(attributes["w:numId"] ?? "", gathering.instance);
  },
  "w:abstractNumId": (gathering, attributes) => {
    if (gathering.instance) gathering.instance.sequence = attributes["w:val"] ?? "";
  },
  "w:numStyleLink": (gathering, attributes) => {
    const style = attributes["w:val"];
    if (gathering.sequence && style !== undefined) gathering.sequence.linkTo = style;
  },
  "w:styleLink": (gathering, attributes) => {
    const style = attributes["w:val"];
    if (gathering.sequence && style !== undefined) gathering.sequence.linkFrom = style;
  },
  "w:lvlOverride": (gathering, attributes) => {
    gathering.overridden = levelOf(attributes);
  },
  "w:startOverride": (gathering, attributes) => {
    const start = wholeNumber(attributes["w:val"]);
    if (start !== undefined) gathering.instance?.startOverrides.set(gathering.overridden, start);
  },
  "w:lvl": (gathering, attributes) => {
    gathering.level = { start: 0, format: "decimal", pattern: "", inDigits: false, suffix: "\t" };
    const levels = (gathering.instance ?? gathering.sequence)?.levels;
    levels?.set(levelOf(attributes), gathering.level);
  },
  "w:start": ofLevel((level, value) => {
    level.start = wholeNumber(value) ?? level.start;
  }),
  "w:numFmt": ofLevel((level, value) => {
    level.format = value;
  }),
  "w:lvlText": ofLevel((level, value) => {
    level.pattern = value;
  }),
  "w:lvlRestart": ofLevel((level, value) => {
    const restart = wholeNumber(value);
    if (restart !== undefined) level.restart = restart;
  }),
  "w:suff": ofLevel((level, value) => {
    level.suffix = SUFFIXES[value] ?? level.suffix;
  }),
  "w:pStyle": ofLevel((level, value) => {
    level.style = value;
  }),
  "w:rFonts": ({ level }, attributes) => {
    const font = attributes["w:ascii"];
    if (level && font !== undefined) level.font = font;
  },
  "w:isLgl": ({ level }, attributes) => {
    if (level) level.inDigits = isOn(attributes);
  },
};

const SUFFIXES: Readonly<Record<string, string>> = { tab: "\t", space: " ", nothing: "" };

function ofLevel(set: (level: ListLevel, value: string) => void): Setter {
  return ({ level }, attributes) => {
    const value = attributes["w:val"];
    if (level && value !== undefined) set(level, value);
  };
}

/** The level that an element is about: the first where it does not say. */
function levelOf(attributes: Attributes): number {
  return wholeNumber(attributes["w:ilvl"]) ?? 0;
}
