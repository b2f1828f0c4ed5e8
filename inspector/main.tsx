import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Compare } from "./compare/compare.js";
import { DocumentView } from "./document-view.js";
import { Overview } from "./overview/overview.js";
import { LanguageContext } from "./shared/language.js";
import { firstLanguage, keepLanguage } from "./shared/words.js";

/** The whole of the inspector: the list of documents, one of them, or two beside each other. */
function App() {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => keepLanguage(language), [language]);
  const turn = () => setLanguage(language === "zh" ? "en" : "zh");
  return (
    <LanguageContext.Provider value={language}>
      <Asked turnLanguage={turn} />
    </LanguageContext.Provider>
  );
}

/** What the address asks for. */
function Asked({ turnLanguage }: { turnLanguage: () => void }) {
  const id = /^\/documents\/([0-9a-f]{16})$/u.exec(location.pathname)?.[1];
  if (id !== undefined) return <DocumentView id={id} turnLanguage={turnLanguage} />;
  if (location.pathname !== "/compare") return <Overview turnLanguage={turnLanguage} />;
  return <Compare asked={new URLSearchParams(location.search)} turnLanguage={turnLanguage} />;
}

render(<App />, document.body);
