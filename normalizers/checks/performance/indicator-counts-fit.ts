import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule, type Where } from "../../../pipeline/model/finding.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { add, tally } from "../../../pipeline/model/tally.js";

type Counts = Readonly<Record<string, number>>;

const rule: Rule<{
  readonly said: Counts;
  readonly printed: Counts;
  readonly sheets: number;
}> = {
  id: "indicator_counts_fit",
  severity: "error",
  about: {
    en: "The text under a 绩效目标表 counts as many 产出, 效果 and 满意度指标 as the sheet has.",
    zh: "绩效目标表下文字所说的产出、效果、满意度指标个数与表内一致。",
  },
  say: {
    en: ({ said, printed, sheets }) =>
      `The text counts ${inWords(said)}; the sheet has ${inWords(printed)}${sheets > 1 ? ` (so on ${sheets} sheets)` : ""}.`,
    zh: ({ said, printed, sheets }) =>
      `文字所说的指标个数为${numbered(said)}，表内为${numbered(printed)}${sheets > 1 ? `（有${sheets}张表如此）` : ""}。`,
  },
};

const COUNTED = /(?<!\d)(\d+)个(产出|效果|效益|满意度)指标/gu;

const CODES: Readonly<Record<string, NonNullable<Placed<"indicators">["level1_code"]>>> = {
  产出: "output",
  效果: "outcome",
  效益: "outcome",
  满意度: "satisfaction",
};

/** 设置1个产出指标、1个效果指标 against the rows of the sheet. */
export const indicatorCountsFit: Check = {
  rule,
  run: ({ tables, indicators }) => {
    const counted = tables
      .filter(({ record }) => record.kind === "project_performance")
      .flatMap(({ printed, record }) => {
        const said = countsIn(printed.following.join("\n"));
        const rows = indicators.filter(({ table_no }) => table_no === printed.number);
        if (Object.keys(said).length === 0 || rows.length === 0) return [];
        return [
          {
            said,
            rows: countsOf(rows),
            where: { table_no: printed.number, page: record.page_first },
          },
        ];
      });
    const wrong = counted.filter(({ said, rows }) =>
      Object.entries(said).some(([code, count]) => rows[code] !== count),
    );
    const alike = grouped(wrong, ({ said, rows }) => `${inWords(said)} ${inWords(rows)}`);
    const findings = alike.flatMap((sheets) => told(sheets) ?? []);
    return {
      compared: counted.length,
      findings,
      unable: {
        en: "no text counts the indicators of its sheet",
        zh: "没有文字说明表内指标的个数",
      },
    };
  },
};

interface Counted {
  readonly said: Counts;
  readonly rows: Counts;
  readonly where: Where;
}

/** One text is often copied to every sheet: it is told once, at the first. */
function told(sheets: readonly Counted[]): Finding | undefined {
  const [first] = sheets;
  if (first === undefined) return undefined;
  const { said, rows: printed, where } = first;
  const related = sheets.slice(1).map((sheet) => ({ name: inWords(sheet.rows), ...sheet.where }));
  const sides = { expected: inWords(printed), actual: inWords(said) };
  return finding(rule, { said, printed, sheets: sheets.length }, { ...where, ...sides, related });
}

function countsIn(text: string): Counts {
  const counts = new Map<string, number>();
  for (const [, count = "", word = ""] of text.matchAll(COUNTED))
    add(counts, CODES[word] ?? word, Number(count));
  return Object.fromEntries(counts);
}

function countsOf(rows: readonly Placed<"indicators">[]): Counts {
  const codes = rows.map((row) => row.level1_code).filter((code) => code !== null);
  return Object.fromEntries(tally(codes));
}

const WORDS: Readonly<Record<string, string>> = {
  output: "产出",
  outcome: "效果",
  satisfaction: "满意度",
  cost: "成本",
};

const inWords = (counts: Counts): string =>
  Object.entries(counts)
    .map(([code, count]) => `${count} ${WORDS[code] ?? code}`)
    .join(", ");

const numbered = (counts: Counts): string =>
  Object.entries(counts)
    .map(([code, count]) => `${WORDS[code] ?? code}${count}个`)
    .join("、");
