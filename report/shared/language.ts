import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ReportData } from "../../panel/report/data.js";
import type { Language } from "../../pipeline/model/finding.js";
import { CONCEPTS, VALUES, WORDS, type Word } from "../words.js";

/** What all parts of a report know. */
interface Shared {
  readonly language: Language;
  /** What the names of issuers must hold to be shown. */
  readonly wanted: string;
  readonly data: ReportData;
}

export const SharedContext = createContext<Shared | null>(null);

/** The data of the report. */
export function useReport(): Shared {
  const shared = useContext(SharedContext);
  if (shared === null) throw new Error("no report is shown");
  return shared;
}

/** What speaks the language that was chosen. */
export interface Speaker {
  readonly language: Language;
  /** A word, its `{name}`s filled in. */
  readonly say: (word: Word, filled?: Readonly<Record<string, string | number>>) => string;
  /** The name of a value of the dataset; itself where it has none. */
  readonly value: (value: string) => string;
  /** The name of a concept. */
  readonly concept: (concept: string) => string;
}

export function useWords(): Speaker {
  const { language, data } = useReport();
  return {
    language,
    say: (word, filled = {}) =>
      WORDS[word][language].replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(filled[name])),
    value: (value) => VALUES[value]?.[language] ?? value,
    concept: (concept) =>
      language === "zh"
        ? (data.concepts[concept] ?? concept)
        : (CONCEPTS[concept] ?? concept.replaceAll("_", " ")),
  };
}
