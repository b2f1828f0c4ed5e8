import type { Draft } from "../../../pipeline/model/records/registry.js";
import { canonical, exact } from "../meaning.js";

type Indicator = Draft<"indicators">;

/** A target as printed in one cell or in three (符号, 值, 单位), and what it means. */
export interface Target {
  readonly cell: string;
  readonly three: readonly [string, string, string];
  readonly meaning: Partial<Indicator>;
}

type Operator = Exclude<Indicator["operator"], null>;

const OPERATORS: Readonly<Record<string, Operator>> = {
  "": "eq",
  "=": "eq",
  "≥": "gte",
  ">=": "gte",
  以上: "gte",
  不低于: "gte",
  "≤": "lte",
  "<=": "lte",
  以内: "lte",
  以下: "lte",
  "＞": "gt",
  ">": "gt",
  "<": "lt",
};

/** A quantity: `of("≥", "95", "%")`. Words of the end stand behind: `of("以上", "400", "人")`. */
export function of(symbol: string, value: string, unit = ""): Target {
  const behind = symbol.startsWith("以");
  const meaning = {
    target_kind: "number" as const,
    operator: OPERATORS[symbol] ?? null,
    symbol_raw: symbol === "" ? null : symbol,
    ...quantity(value, unit),
  };
  return {
    cell: behind ? `${value}${unit}${symbol}` : `${symbol}${value}${unit}`,
    three: [symbol, value, unit],
    meaning,
  };
}

/** Both bounds: `between("360", "400", "人")`. */
export function between(low: string, high: string, unit: string): Target {
  const upper = quantity(high, unit);
  const meaning = {
    target_kind: "number" as const,
    operator: "range" as const,
    ...quantity(low, unit),
    value_max: upper.value,
    value_max_base: upper.value_base,
  };
  return { cell: `${low}-${high}${unit}`, three: ["", `${low}-${high}`, unit], meaning };
}

/** Words: `当年完成`; in three columns beside the sign `文字描述`. */
export function words(text: string): Target {
  return {
    cell: text,
    three: ["文字描述", "　", text],
    meaning: { target_kind: "text", target_text: canonical(text) },
  };
}

/** `是`, `否`, `是/否`. */
export function yesNo(text: string): Target {
  return {
    cell: text,
    three: ["", "", text],
    meaning: { target_kind: "boolean", target_text: text },
  };
}

function quantity(value: string, unitRaw: string) {
  const unit = unitOf(unitRaw);
  const number = exact(canonical(value));
  return { value: number, unit, ...base(number, unit) };
}

function unitOf(raw: string): string | null {
  if (raw === "") return null;
  return canonical(raw).replace("百分比", "%").replace("，", "/");
}

function base(value: string, unit: string | null) {
  if (unit?.startsWith("万") !== true) return { value_base: value, unit_base: unit };
  const rest = unit.slice(1);
  return {
    value_base: exact(String(Number(value) * 10_000)),
    unit_base: rest === "" ? null : rest,
  };
}
