import type { Language } from "../../pipeline/model/finding.js";

/**
 * What the page of a report shows: each part is bounded, and says how much of it is not shown. Amounts are exact
 * decimals in yuan; places are links of the inspector, `1a24fa43255d94fe#p7/t1/r2c1`.
 */
export interface ReportData {
  readonly language: Language;
  /** Where the inspector is to be found, with a slash at its end; null where places have no links. */
  readonly inspector: string | null;
  /** The Chinese names of concepts. */
  readonly concepts: Readonly<Record<string, string>>;
  readonly counts: Counts;
  readonly coverage: CoveragePart;
  /** Null of a comparison dataset, which has none. */
  readonly findings: FindingsPart | null;
  readonly structure: ByIssuer<Structure>;
  readonly costs: ByIssuer<Cost>;
  readonly changes: ChangesPart;
  readonly conflicts: ConflictsPart;
  readonly debt: Shown<Debt>;
}

/** The first rows of something, and how many follow. */
export interface Shown<T> {
  readonly rows: readonly T[];
  readonly more: number;
}

/** Rows of the first issuers, and how many issuers follow. */
export interface ByIssuer<T> {
  readonly issuers: readonly { readonly name: string; readonly rows: readonly T[] }[];
  readonly more: number;
}

export interface Counts {
  readonly issuers: number;
  readonly amounts: number;
  /** Amounts that stay empty, since their best sources differ. */
  readonly open: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** Documents by status; empty where a comparison dataset does not say. */
  readonly documents: Readonly<Record<string, number>>;
}

export interface CoveragePart extends ByIssuer<Covered> {
  /** Documents without an issuer, a year or a stage; null where a comparison dataset does not say. */
  readonly unplaced: Shown<Unplaced> | null;
}

export interface Covered {
  readonly year: number;
  readonly stage: string;
  readonly status: string;
  readonly documents: readonly string[];
}

export interface Unplaced {
  readonly document: string;
  readonly file: string;
  readonly status: string;
}

export interface FindingsPart {
  readonly rules: readonly RuleCount[];
  readonly issuers: Shown<IssuerCount>;
  /** Findings that are errors, each at its place. */
  readonly errors: Shown<ErrorFound>;
  /** Findings of versions that others replaced, which are not counted. */
  readonly replaced: number;
}

export interface RuleCount {
  readonly rule: string;
  readonly severity: string;
  readonly count: number;
  readonly documents: number;
  readonly example: Readonly<Record<Language, string>>;
}

export interface IssuerCount {
  /** Null: documents that state none. */
  readonly name: string | null;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export interface ErrorFound {
  readonly name: string | null;
  readonly rule: string;
  readonly says: Readonly<Record<Language, string>>;
  readonly at: string;
}

/** Whose amount it is within an issuer: its year, phase and, of governments, coverage. */
export interface When {
  readonly year: number;
  readonly phase: string;
  readonly coverage: string | null;
}

/** How the expenditure of one form is split, by 类 or into basic and project, beside the total that is stated. */
export interface Structure extends When {
  readonly split: "function" | "nature";
  readonly basis: string;
  readonly parts: readonly Part[];
  readonly sum: string;
  readonly stated: string | null;
  readonly difference: string | null;
}

export interface Part {
  readonly key: string;
  readonly names: Readonly<Record<Language, string>> | null;
  readonly amount: string;
  readonly at: string;
}

export interface Cost extends When {
  readonly concept: string;
  readonly amount: string;
  readonly at: string;
}

export interface ChangesPart extends Shown<Change> {
  /** Pairs of years of which one amount at least is no positive number: they have no ratio. */
  readonly without: number;
}

export interface Change extends When {
  readonly name: string;
  readonly concept: string;
  readonly before: string;
  readonly now: string;
  readonly difference: string;
  /** In per cent, rounded to a tenth. */
  readonly percent: string;
  /** Why it stands out: ten times as much or a tenth, or far from the other changes of its concept. */
  readonly outlier: "tenfold" | "far" | null;
  readonly at: string;
  readonly atBefore: string;
}

export interface ConflictsPart extends Shown<Conflict> {
  readonly kinds: readonly {
    readonly kind: string;
    readonly cause: string;
    readonly count: number;
  }[];
}

export interface Conflict extends When {
  readonly name: string;
  readonly kind: string;
  readonly cause: string;
  /** The concept, or the code with the form that states it. */
  readonly what: string;
  readonly amount: string;
  readonly other: string;
  readonly difference: string;
  readonly at: string;
  readonly atOther: string;
}

export interface Debt extends When {
  readonly name: string;
  readonly code: string | null;
  readonly kind: "total" | "general" | "special";
  readonly limit: string;
  readonly balance: string;
  readonly headroom: string;
  /** Headroom as per cent of the limit, rounded to a tenth; null of a limit that is zero. */
  readonly percent: string | null;
  /** Whether it is the latest that is stated of its region, kind and coverage. */
  readonly latest: boolean;
  readonly at: string;
  readonly atBalance: string;
}
