import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { WORDS } from "./words.js";
import type { Language, Word } from "./words.js";

/** The language of the pages. */
export const LanguageContext = createContext<Language>("en");

/** The language, and a function that gives its words. */
export function useWords(): { language: Language; say: (word: Word) => string } {
  const language = useContext(LanguageContext);
  return { language, say: (word) => WORDS[word][language] };
}
