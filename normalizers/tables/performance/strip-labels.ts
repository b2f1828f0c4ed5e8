import { statedUnit } from "../../values/unit.js";
import { meaningOf, wordLists } from "../../reference/word-lists.js";
import { headerText } from "../columns.js";

const FIELDS = [
  "project_code",
  "project_name",
  "unit_name",
  "budget_total",
  "budget_fiscal",
  "budget_other",
  "purpose",
  "goals",
  "plan_march",
  "plan_june",
  "plan_october",
  "plan_december",
  "elsewhere",
] as const;

/** The fields that a performance form's strip can fill; `elsewhere`: the dataset has no column for it. */
export type StripField = (typeof FIELDS)[number];

const listOf = wordLists(new URL("./strip-words.tsv", import.meta.url), ["label", "group"]);

/** Labels of one value each. */
const LABEL = listOf("label", FIELDS);

/** Labels that stand over further labels and values, perhaps on several rows. */
const GROUP = listOf("group", FIELDS);

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
  const own = meaningOf(LABEL, bare);
  const field = own ?? meaningOf(GROUP, bare);
  if (field === null) return null;
  const keepsLabel = /^目标\d/u.test(bare);
  return { field, group: own === null, text: printed, inline, keepsLabel };
}
