import type { Bilingual, Language } from "../../pipeline/model/finding.js";
import type { CrawlRow } from "../../workers/crawl/record/row.js";
import type { SiteEnd } from "../../workers/crawl/run/desk.js";
import { number } from "./text-table.js";

/** One address of a dry run in a line: what became of it, its score, its name and why. */
export function crawlRowText(row: CrawlRow, language: Language): string {
  const { decision, score, url, link_text, reason, parts } = row;
  const scored = score === null ? "" : `${score}`;
  const why = [reason, parts].filter((each) => each !== null && each !== "").join("; ");
  return `${DECISIONS[decision][language]}\t${scored}\t${url}\t${link_text ?? ""}\t${why}\n`;
}

const DECISIONS: Readonly<Record<CrawlRow["decision"], Bilingual<string>>> = {
  page: { en: "page", zh: "网页" },
  taken: { en: "taken", zh: "取得" },
  unchanged: { en: "unchanged", zh: "未变" },
  left: { en: "left", zh: "不取" },
  redirected: { en: "redirected", zh: "重定向" },
  gone: { en: "gone", zh: "已消失" },
  failed: { en: "failed", zh: "失败" },
  refused: { en: "refused", zh: "不访问" },
  nothing: { en: "nothing", zh: "无内容" },
  robots: { en: "robots.txt", zh: "robots.txt" },
};

/** How the run of a site ended, where that was not at its end. */
export function siteEndText(site: string, end: SiteEnd, language: Language): string {
  if (end === "done") return "";
  const { en, zh } = ENDS[end];
  const says = {
    en: `${site}: ${en}; the same command goes on.\n`,
    zh: `${site}：${zh}；再次运行同一命令会接着做。\n`,
  };
  return says[language];
}

const ENDS: Readonly<Record<Exclude<SiteEnd, "done">, Bilingual<string>>> = {
  budget: { en: "the budget of requests is used up", zh: "请求次数已达上限" },
  hours: { en: "these are not its hours", zh: "不在允许访问的时段" },
  away: { en: "its servers do not answer", zh: "服务器没有应答" },
  asked_to_wait: { en: "its server asks for a long pause", zh: "服务器要求长时间暂停" },
  stopped: { en: "it was interrupted", zh: "已中断" },
};

/** How many addresses came to what. */
export function crawlSummary(
  decisions: readonly CrawlRow["decision"][],
  language: Language,
): string {
  const counts = Object.entries(DECISIONS).flatMap(([decision, words]) => {
    const count = decisions.filter((each) => each === decision).length;
    return count === 0 ? [] : [`${number(count)} ${words[language]}`];
  });
  const all = number(decisions.length);
  const says = {
    en: `Addresses   ${all}: ${counts.join(", ")}\n`,
    zh: `网址        ${all}：${counts.join("，")}\n`,
  };
  return says[language];
}
