import { statedUnit } from "../unit.js";
import { headerText } from "./columns.js";
import { ELSEWHERE, GROUPS, LABELS, type StripField } from "./strip-names.js";

/** A label of the strip as printed, and what its value means. */
export interface StripLabel {
  readonly field: StripField;
  /** Whether it stands over further labels and values, perhaps on several rows. */
  readonly group: boolean;
  readonly text: string;
  /** The value that stands in the same cell, empty where none does. */
  readonly inline: string;
  /** Whether the label is part of the value's own numbering (`目标1：`). */
  readonly keepsLabel: boolean;
}

const LIST_NUMBER =
  /^(?:\d{1,2}[.、．]|[（(][\d一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、)/u;
const INLINE = /^(.{2,16}?)[：:](.+)$/su;

/** Reads a text of the strip as a label, or null where it is a value. */
export function stripLabel(text: string): StripLabel | null {
  const plain = headerText(text).replace(/[：:]$/u, "");
  const whole = known(plain, "");
  if (whole !== null || plain === "") return whole;
  const [, label = "", inline = ""] = INLINE.exec(plain.replace(/^其中[：:]/u, "")) ?? [];
  const found = inline === "" || statedUnit(text) !== null ? null : known(label, inline);
  return found?.group === true && found.field !== "goals" ? null : found;
}

function known(printed: string, inline: string): StripLabel | null {
  const bare = printed
    .replace(/^其中[：:]?/u, "")
    .replace(LIST_NUMBER, "")
    .replace(/[（(][^（()）]*[)）]$/u, "");
  const own = fieldIn(LABELS, bare) ?? (isElsewhere(bare) ? "elsewhere" : null);
  const field = own ?? fieldIn(GROUPS, bare);
  if (field === null) return null;
  const keepsLabel = /^目标\d/u.test(bare);
  return { field, group: own === null, text: printed, inline, keepsLabel };
}

function fieldIn(names: typeof LABELS, bare: string): StripField | null {
  return names.find(([name]) => name.test(bare))?.[1] ?? null;
}

function isElsewhere(bare: string): boolean {
  return ELSEWHERE.has(bare.replace(/^项目/u, ""));
}
