import type { Finding } from "./dataset.js";
import { spotOf } from "../../pipeline/model/spot.js";
import type { Spot } from "../../pipeline/model/spot.js";

/** An amount of a sum: what it is called, yuan as an exact decimal, its text, and where it stands. */
export interface Term {
  readonly name: string;
  readonly amount: string;
  readonly text: string;
  readonly spot: Spot | null;
}

/** What is stated, and what comes out where the addends are added up. */
export interface Sum {
  readonly stated: Term;
  readonly parts: readonly Term[];
  readonly computed: Pick<Term, "amount" | "text">;
}

/** The sum that a finding is about; null where it is about none. */
export function sumOf(finding: Finding): Sum | null {
  const { stated, parts, computed } = finding.facts;
  if (!isTerm(stated) || !isAmount(computed) || !Array.isArray(parts)) return null;
  if (parts.length === 0 || !parts.every(isTerm)) return null;
  return {
    stated: { ...stated, spot: spotOf(finding) },
    parts: parts.map((part, i) => ({ ...part, spot: spotOfPart(finding, part.name, i) })),
    computed,
  };
}

/** Addends stand in the order of the places that are told with them. */
function spotOfPart({ related }: Finding, name: string, index: number): Spot | null {
  const found = related[index]?.name === name ? related[index] : undefined;
  return found === undefined ? null : spotOf(found);
}

type Fact = Finding["facts"][string] | undefined;
type Amount = { readonly amount: string; readonly text: string };

function isAmount(fact: Fact): fact is Amount {
  return (
    typeof fact === "object" &&
    fact !== null &&
    !Array.isArray(fact) &&
    typeof fact["amount"] === "string" &&
    typeof fact["text"] === "string"
  );
}

function isTerm(fact: Fact): fact is Amount & { readonly name: string } {
  return isAmount(fact) && "name" in fact && typeof fact.name === "string";
}
