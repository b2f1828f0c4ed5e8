import * as z from "zod";
import { SCAN } from "./settings.js";

const count = z.int().nonnegative();
const box = z.tuple([count, count, count, count]).readonly();
const likelihood = z.number().min(0).max(1);

const character = z.strictObject({
  text: z.string(),
  confidence: likelihood,
  /** From where to where it stands on the page. */
  left: z.number(),
  right: z.number(),
  others: z.array(z.strictObject({ text: z.string(), confidence: likelihood })).readonly(),
});

const line = z.strictObject({
  /** Around its ink. */
  box,
  characters: z.array(character).readonly(),
  /** What a second reading, of another crop, gave, where that is something else. */
  second: z.string().optional(),
});

const rule = z.strictObject({
  axis: z.enum(["horizontal", "vertical"]),
  at: z.number(),
  from: z.number(),
  to: z.number(),
  thickness: z.number(),
});

/** A page as it was recognized: lines of text and rules, in pixels of the page turned and straightened. */
export const recognizedPage = z.strictObject({
  width: count,
  height: count,
  /** By how many quarters it was turned clockwise, and then by how many degrees. */
  quarters: z.int().min(0).max(3),
  degrees: z.number(),
  /** How differently its lines fall on its left and on its right, in degrees. */
  bend: z.number().nonnegative(),
  /** The x at which two pages side by side part, or null where it is one. */
  gutter: z.number().nullable(),
  rules: z.array(rule).readonly(),
  lines: z.array(line).readonly(),
  /** The share of the page that is inked, but neither by a rule nor by a line. */
  unread: likelihood,
});

export type RecognizedPage = z.infer<typeof recognizedPage>;
export type RecognizedLine = z.infer<typeof line>;

/** Whether the paper was bent so much that nothing on it can be read. */
export function isBent({ bend }: Pick<RecognizedPage, "bend">): boolean {
  return bend > SCAN.findings.mostBent;
}
