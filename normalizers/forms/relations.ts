import type { FormName, Measure } from "../../pipeline/model/records/vocabulary.js";

/** The forms that set income and expenditure side by side. */
export const SUMMARIES: ReadonlySet<FormName | null> = new Set<FormName>([
  "summary",
  "appropriation_summary",
]);

/** The forms that break basic expenditure down by economic class. */
export const BASIC: ReadonlySet<FormName | null> = new Set<FormName>([
  "general_public_basic",
  "appropriation_basic",
]);

/** An amount of a form that another may repeat. */
interface Part {
  readonly form: FormName;
  readonly measure: Measure;
  readonly side?: "income" | "expenditure";
}

/** Two forms of one stage that print the same total. */
export interface SameTotal {
  readonly total: Part;
  readonly of: Part;
}

const whole = (form: FormName): Part => ({ form, measure: "total" });
const spent = (form: FormName, measure: Measure = "total"): Part => ({
  form,
  measure,
  side: "expenditure",
});

export const SAME_TOTAL: readonly SameTotal[] = [
  { total: whole("expenditure"), of: spent("summary") },
  { total: whole("income"), of: { form: "summary", measure: "total", side: "income" } },
  { total: whole("general_public"), of: spent("appropriation_summary", "general_public") },
  { total: whole("appropriation_expenditure"), of: spent("appropriation_summary") },
  { total: whole("general_public_basic"), of: { form: "general_public", measure: "basic" } },
  {
    total: whole("appropriation_basic"),
    of: { form: "appropriation_expenditure", measure: "basic" },
  },
];

/** A summary that prints the functional 类 of a form that breaks them down. */
export interface SameClasses {
  readonly summary: Part;
  readonly broken: FormName;
}

export const SAME_CLASSES: readonly SameClasses[] = [
  { summary: spent("summary"), broken: "expenditure" },
  { summary: spent("appropriation_summary", "general_public"), broken: "general_public" },
  { summary: spent("appropriation_summary"), broken: "appropriation_expenditure" },
];

/** Forms of one stage that break one total down by the same codes, the more detailed one first. */
export const SAME_ROWS: readonly (readonly [FormName, FormName])[] = [
  ["expenditure", "general_public"],
  ["expenditure", "income"],
  ["expenditure", "appropriation_expenditure"],
  ["appropriation_expenditure", "general_public"],
  ["appropriation_basic", "general_public_basic"],
];
