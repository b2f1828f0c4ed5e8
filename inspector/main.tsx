import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { DocumentView } from "./document-view.js";
import { Overview } from "./overview/overview.js";
import { LanguageContext } from "./shared/language.js";
import { firstLanguage, keepLanguage } from "./shared/words.js";

/** The whole of the inspector: the list of documents, or one of them. */
function App() {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => keepLanguage(language), [language]);
  const turn = () => setLanguage(language === "zh" ? "en" : "zh");
  const id = /^\/documents\/([0-9a-f]{16})$/u.exec(location.pathname)?.[1];
  return (
    <LanguageContext.Provider value={language}>
      {id === undefined ? (
        <Overview turnLanguage={turn} />
      ) : (
        <DocumentView id={id} turnLanguage={turn} />
      )}
    </LanguageContext.Provider>
  );
}

render(<App />, document.body);
