import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ReportData } from "../panel/report/data.js";
import { Changes } from "./parts/changes.js";
import { Conflicts } from "./parts/conflicts.js";
import { Costs } from "./parts/costs.js";
import { Coverage } from "./parts/coverage.js";
import { Debt } from "./parts/debt.js";
import { Findings } from "./parts/findings.js";
import { Overview } from "./parts/overview.js";
import { Structure } from "./parts/structure.js";
import { SharedContext, useWords } from "./shared/language.js";
import type { Word } from "./words.js";

const SECTIONS: readonly Word[] = [
  "coverage",
  "findings",
  "structure",
  "costs",
  "changes",
  "conflicts",
  "debt",
];

/** The whole report. */
function App({ data, licences }: { data: ReportData; licences: string }) {
  const [language, setLanguage] = useState(data.language);
  const [wanted, setWanted] = useState("");
  return (
    <SharedContext.Provider value={{ language, wanted, data }}>
      <div class="page">
        <Top want={setWanted} turn={() => setLanguage(language === "zh" ? "en" : "zh")} />
        <Contents />
        <main>
          <Overview />
          <Coverage />
          <Findings />
          <Structure />
          <Costs />
          <Changes />
          <Conflicts />
          <Debt />
        </main>
        <Licences text={licences} />
      </div>
    </SharedContext.Provider>
  );
}

/** How long a name is typed before all parts are drawn again, in milliseconds. */
const TYPING = 200;

function Top({ want, turn }: { want: (name: string) => void; turn: () => void }) {
  const { say, language } = useWords();
  const typing = useRef(0);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = say("title");
  }, [language]);
  const type = (text: string) => {
    clearTimeout(typing.current);
    typing.current = window.setTimeout(() => want(text.trim()), TYPING);
  };
  return (
    <header class="top">
      <h1>{say("title")}</h1>
      <input
        type="search"
        placeholder={say("filter")}
        aria-label={say("filter")}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <button type="button" lang={language === "zh" ? "en" : "zh"} onClick={turn}>
        {say("turn")}
      </button>
    </header>
  );
}

function Contents() {
  const { say } = useWords();
  return (
    <nav aria-label={say("sections")}>
      <ul>
        {SECTIONS.map((name) => (
          <li key={name}>
            <a href={`#${name}`}>{say(name)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Licences({ text }: { text: string }) {
  const { say } = useWords();
  return (
    <footer>
      <details>
        <summary>{say("licences")}</summary>
        <pre>{text}</pre>
      </details>
    </footer>
  );
}

/** What the program that wrote the page put into a part of it, as JSON. */
function jsonIn(id: string): string {
  return document.querySelector(`#${id}`)?.textContent ?? "null";
}

const data: ReportData = JSON.parse(jsonIn("data"));
const licences: string = JSON.parse(jsonIn("licences"));
const place = document.querySelector("#report");
if (place === null) throw new Error("the page has no place for the report");
render(<App data={data} licences={licences} />, place);
