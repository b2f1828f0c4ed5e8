import type { ComponentChildren } from "preact";
import { useWords } from "./language.js";

/** Turns the pages into the other language. */
export function LanguageButton({ turn }: { turn: () => void }) {
  const { say, language } = useWords();
  return (
    <button type="button" class="quiet" lang={language === "en" ? "zh" : "en"} onClick={turn}>
      {say("language")}
    </button>
  );
}

/** A sentence in place of what is not there. */
export function Message({ children }: { children: ComponentChildren }) {
  return (
    <p class="message" role="status">
      {children}
    </p>
  );
}
