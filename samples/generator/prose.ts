import type { FigureMeaning, Line } from "./description.js";
import { FIGURE_MEASURES } from "../../pipeline/model/records/figure-vocabulary.js";
import { canonical, knownAs, yuan } from "./meaning.js";

interface Context {
  readonly fiscalYear: number;
  readonly phase: "budget" | "accounts";
}

const MARK =
  /\{(?<measure>\w+)(?:@(?<year>\d{4}))?(?:\/(?<phase>\w+))?(?<sign>-?):(?<raw>[^}]+)\}/gu;

/**
 * A writer of paragraphs whose figures are marked in the text: `收入{income_total:12.5万元}`,
 * `{change_total-:3万元}` for a decrease, `@2019` for another year, `/budget` for another phase.
 */
export function proseOf(context: Context): (text: string) => Line {
  return (text) => ({
    type: "line",
    style: "body",
    text: text.replace(MARK, "$<raw>"),
    figures: sentencesOf(text).flatMap((sentence) => figuresOf(sentence, context)),
  });
}

function sentencesOf(text: string): readonly string[] {
  return text.match(/[^。]+。?/gu) ?? [];
}

function figuresOf(sentence: string, context: Context): readonly FigureMeaning[] {
  const plain = canonical(sentence.replace(MARK, "$<raw>"));
  return [...sentence.matchAll(MARK)].map(({ groups = {} }) => {
    const [, value = "", unit = ""] = /^([\d,.]+)(.+)$/u.exec(groups["raw"] ?? "") ?? [];
    return {
      measure: knownAs(groups["measure"] ?? "", FIGURE_MEASURES),
      fiscal_year: groups["year"] === undefined ? context.fiscalYear : Number(groups["year"]),
      phase: knownAs(groups["phase"] ?? context.phase, ["budget", "accounts"] as const),
      amount: `${groups["sign"] ?? ""}${yuan(value, unit)}`,
      raw: groups["raw"] ?? "",
      sentence: plain,
    };
  });
}
