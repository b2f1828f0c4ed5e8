import type { PageDone } from "../../workers/pool/protocol.js";
import type { Language } from "../../pipeline/model/finding.js";

/** How far the pages of one document are. */
export interface Pages {
  /** Takes down that pages were recognized. */
  readonly note: (page: PageDone) => void;
  /** The part of the document that is read, 0 to 1. */
  readonly share: () => number;
  /** The seconds until its last page, as fast as the last pages went; undefined where nothing is known. */
  readonly left: () => number | undefined;
}

/** Pages before these say nothing of those to come: they may have been kept from an earlier run. */
const LOOKED_BACK = 20;

/** Begins to watch a document of which no page is known yet. */
export function openPages(): Pages {
  let all = 0;
  const times = [{ at: performance.now(), done: 0 }];
  const last = () => times.at(-1) ?? { at: 0, done: 0 };
  return {
    note: (page) => {
      all = page.all;
      times.push({ at: performance.now(), done: page.done });
      if (times.length > LOOKED_BACK) times.shift();
    },
    share: () => (all === 0 ? 0 : last().done / all),
    left: () => {
      const [first = last()] = times;
      const pages = last().done - first.done;
      return pages > 0 ? ((last().at - first.at) / 1000 / pages) * (all - last().done) : undefined;
    },
  };
}

const UNITS = {
  en: { second: "s", minute: "m", hour: "h" },
  zh: { second: "秒", minute: "分", hour: "小时" },
};

/** As `5s`, `1m05s` or `2h07m`; in Chinese `5秒`, `1分05秒`, `2小时07分`. */
export function duration(seconds: number, language: Language): string {
  const { second, minute, hour } = UNITS[language];
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole}${second}`;
  if (whole < 3600) return `${Math.floor(whole / 60)}${minute}${twoDigits(whole % 60)}${second}`;
  return `${Math.floor(whole / 3600)}${hour}${twoDigits((whole % 3600) / 60)}${minute}`;
}

function twoDigits(number: number): string {
  return String(Math.floor(number)).padStart(2, "0");
}
