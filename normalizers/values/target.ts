import { Big } from "big.js";
import type { Draft } from "../../pipeline/model/records/registry.js";
import { exact, isNotStated, yuanIn } from "./amount.js";
import { type Quantity, compound, isSign, opensWithSign, quantity } from "./quantity.js";
import { canonical, raw } from "./text.js";

/** A performance target (指标值), read: the columns of indicators.csv that speak of it. */
export type Target = Pick<
  Draft<"indicators">,
  | "target_kind"
  | "operator"
  | "value"
  | "value_max"
  | "unit"
  | "value_base"
  | "value_max_base"
  | "unit_base"
  | "target_text"
  | "symbol_raw"
  | "target_raw"
>;

/** A target printed in three columns: 符号, 值, 单位（文字描述）. */
export interface TargetColumns {
  readonly symbol: string;
  readonly value: string;
  readonly unit: string;
}

const BOOLEAN = /^(是|否|是[/／、或]否)$/u;
const WORDS = /^(文字描述|文字|定性|定性指标)$/u;

/** Reads a target printed in one cell: `≥95%`, `360-400人`, `5日以内`, `是/否`, `当年完成`. */
export function target(text: string): Target {
  const printed = canonical(text);
  if (isNotStated(printed)) return bare("empty", { target_raw: orNull(raw(text)) });
  const read = quantity(printed);
  const symbol = orNull(asPrinted(read?.symbol ?? "", text));
  return { ...meaning(printed, read), symbol_raw: symbol, target_raw: raw(text) };
}

/** A leading sign in the width that it was printed in. */
function asPrinted(symbol: string, text: string): string {
  const compact = raw(text).replace(/\s/gu, "");
  return canonical(compact).startsWith(symbol) ? compact.slice(0, symbol.length) : symbol;
}

/** Reads a target printed in three columns; the raw target is the three joined by one blank. */
export function targetOf({ symbol, value, unit }: TargetColumns): Target {
  const printed = [symbol, value, unit].map(raw).filter((part) => part !== "");
  const sign = canonical(symbol);
  const said = canonical(isNotStated(value) ? unit : value);
  const shown = { symbol_raw: orNull(raw(symbol)), target_raw: orNull(printed.join(" ")) };
  if (isNotStated(said)) return bare("empty", shown);
  if (WORDS.test(sign)) return bare("text", { ...shown, target_text: said });
  if (isUnknownSign(sign)) return bare("text", { ...shown, target_text: raw(value) });
  const read = inColumns(sign, canonical(value), canonical(unit));
  const symbolRaw = shown.symbol_raw ?? orNull(asPrinted(read?.symbol ?? "", value));
  return { ...meaning(said, read), ...shown, symbol_raw: symbolRaw };
}

/** Whether something stands where a sign of comparison does that is neither one nor a word (定量, 正向指标). */
export function isUnknownSign(symbol: string): boolean {
  const sign = canonical(symbol);
  return !isNotStated(sign) && !opensWithSign(sign) && !/\p{sc=Han}/u.test(sign);
}

/** Whether a text is what a column of signs may hold: a sign, or the word for a target in words (定性). */
export function isSignOrWords(text: string): boolean {
  return isSign(text) || WORDS.test(text);
}

/** The value with its sign, then its unit: a unit that has a column of its own needs no proof. */
function inColumns(sign: string, value: string, unit: string): Quantity | null {
  const signed = opensWithSign(value) || !opensWithSign(sign) ? value : sign + value;
  const read = quantity(signed);
  if (read === null || read.unit !== "") return read;
  return isNotStated(unit) ? read : { ...read, unit: compound(unit) };
}

function meaning(printed: string, read: Quantity | null): Target {
  if (BOOLEAN.test(printed)) return bare("boolean", { target_text: printed });
  if (read === null) return bare("text", { target_text: printed });
  const base = inBase(read.unit);
  return bare("number", {
    operator: read.operator,
    value: read.value,
    value_max: read.max,
    unit: orNull(read.unit),
    value_base: times(read.value, base.factor),
    value_max_base: read.max === null ? null : times(read.max, base.factor),
    unit_base: orNull(base.unit),
  });
}

interface Base {
  readonly factor: string;
  readonly unit: string;
}

const SCALES: ReadonlyMap<string, string> = new Map([
  ["百", "100"],
  ["千", "1000"],
  ["万", "10000"],
  ["十万", "100000"],
  ["百万", "1000000"],
  ["千万", "10000000"],
  ["亿", "100000000"],
]);
const SCALED = /^(?<scale>[十百千]?万|亿|[百千](?=[人户亩]))(?<rest>.*)$/u;

/** Money in yuan, `万人` in `人`, `万` alone without a unit; every other unit is its own base. */
function inBase(unit: string): Base {
  const [first = "", ...per] = unit.split("/");
  const yuan = first.endsWith("元") ? yuanIn(first) : null;
  if (yuan !== null) return { factor: yuan, unit: ["元", ...per].join("/") };
  const { scale = "", rest = "" } = SCALED.exec(unit)?.groups ?? {};
  return { factor: SCALES.get(scale) ?? "1", unit: scale === "" ? unit : rest };
}

function times(value: string, factor: string): string {
  return exact(new Big(value).times(factor));
}

function bare(kind: Target["target_kind"], stated: Partial<Target>): Target {
  return {
    target_kind: kind,
    operator: null,
    value: null,
    value_max: null,
    unit: null,
    value_base: null,
    value_max_base: null,
    unit_base: null,
    target_text: null,
    symbol_raw: null,
    target_raw: null,
    ...stated,
  };
}

function orNull(text: string): string | null {
  return text === "" ? null : text;
}
