import { figures } from "../../../normalizers/prose/figures.js";
import { sectionKind } from "../../../normalizers/prose/sections.js";
import { outline } from "../../../normalizers/structure/outline/outline.js";
import { printed } from "../../make-document.js";

/** The figures of a report on the budget of 2023 of 青石市. */
export function figuresOf(stage: "budget" | "final_accounts", ...lines: readonly string[]) {
  const document = printed(...lines);
  const sections = outline(document, sectionKind).value;
  return figures({
    document,
    sections,
    fiscalYear: 2023,
    stage,
    scope: "government",
    regionName: "青石市",
    regionCode: null,
  }).value;
}

/** The amounts among them, in short. */
export function told(
  stage: "budget" | "final_accounts",
  ...lines: readonly string[]
): readonly string[] {
  return figuresOf(stage, ...lines)
    .filter(({ amount }) => amount !== null)
    .map((one) => [one.measure, one.fiscal_year, one.phase, one.coverage, one.amount].join(" "));
}

/** Measure, account, kind of debt, amount or value with what it is compared with. */
export function inFull(...lines: readonly string[]): readonly string[] {
  const document = printed(...lines);
  const sections = outline(document, sectionKind).value;
  const about = { fiscalYear: 2023, stage: "budget", scope: "government" } as const;
  const region = { regionName: "青石市", regionCode: "130900" };
  return figures({ document, sections, ...about, ...region }).value.map((one) =>
    [
      one.measure,
      one.account,
      one.debt_kind,
      one.coverage,
      one.region_code,
      one.amount ?? `${one.value}${one.value_unit} ${one.compared_with}`,
    ]
      .filter((part) => part !== null)
      .join(" "),
  );
}

/** Measure, account and coverage of the amounts, in short. */
export const briefly = (...lines: readonly string[]): readonly string[] =>
  figuresOf("budget", ...lines)
    .filter(({ amount }) => amount !== null)
    .map((one) => [one.measure, one.account, one.debt_kind, one.coverage, one.amount])
    .map((parts) => parts.filter((part) => part !== null).join(" "));
