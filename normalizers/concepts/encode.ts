import { groupedBy } from "../../pipeline/model/grouped-by.js";
import type { Reading } from "../../pipeline/model/reading.js";
import type { Placed } from "../../pipeline/model/records/registry.js";
import { officialName } from "../reference/classification.js";
import { withoutBlanks } from "../tables/columns.js";
import { conceptOf } from "./concepts.js";
import { type CodeOf, inferredCodes } from "./inferred-codes.js";
import { type Encoded, primaries } from "./primary.js";
import { rowRoles } from "./row-role.js";

type Amount = Placed<"amounts">;

/** The reading with what its amounts are beside one another: roles, concepts, official names, which states best. */
export function encodeAmounts(reading: Reading): Reading {
  const sides = groupedBy(reading.amounts, sideKey);
  const roles = new Map([...sides].map(([key, amounts]) => [key, rowRoles(amounts)]));
  const labels = new Map([...sides].map(([key, amounts]) => [key, labelsOf(amounts)]));
  const codes = new Map([...sides].map(([key, amounts]) => [key, inferredCodes(amounts)]));
  const encoded = reading.amounts.map((one): Encoded => {
    const key = sideKey(one);
    const named = { ...one, ...codesOf(one, reading.about.fiscal_year, codes.get(key)) };
    const amount = { ...named, row_role: roles.get(key)?.(one) ?? null };
    const stated = conceptOf(amount, labels.get(key) ?? []);
    return { amount: { ...amount, concept: stated?.concept ?? null }, stated };
  });
  const best = primaries(encoded);
  const amounts = encoded.map(({ amount }) => ({ ...amount, is_primary: best.has(amount) }));
  return { ...reading, amounts };
}

const sideKey = ({ table_no: table, side }: Amount): string => `${table} ${side}`;

const labelsOf = (amounts: readonly Amount[]): readonly string[] => [
  ...new Set(amounts.flatMap(({ label }) => (label === null ? [] : [label]))),
];

/** The official name of a code in its year, and the code of a row that prints official names alone. */
function codesOf(
  amount: Amount,
  documentYear: number | null,
  codeOf: CodeOf | undefined,
): Pick<Amount, "code_name" | "code_inferred"> {
  const year = amount.fiscal_year ?? documentYear;
  const inferred = amount.code_inferred ?? codeOf?.(amount, year) ?? null;
  const code = amount.classification === null ? inferred : (amount.code ?? inferred);
  return {
    code_name: code === null ? null : nameOf(code, amount.label, year),
    code_inferred: inferred,
  };
}

/** The name that a code has in a year; of several in turn the one that is printed. */
function nameOf(code: string, label: string | null, year: number | null): string | null {
  const { names, known } = officialName(code, year);
  if (!known) return null;
  const printed = withoutBlanks(label ?? "");
  return names.length === 1 ? (names[0] ?? null) : (names.find((name) => name === printed) ?? null);
}
