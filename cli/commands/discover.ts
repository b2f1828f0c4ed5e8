import type { Command } from "commander";
import { stringify } from "yaml";
import type { CrawlRow } from "../../workers/crawl/record/row.js";
import type { Proposal } from "../../workers/crawl/report/propose.js";
import type { SiteEnd } from "../../workers/crawl/run/desk.js";
import { siteEndText } from "../print/crawl-words.js";
import { atLeastOne } from "../options/reading-options.js";
import { UsageError } from "../terminal/terminal.js";
import type { ExitCode, Terminal } from "../terminal/terminal.js";
import type { Wiring } from "../terminal/wiring.js";
import { crawling, dryCrawl } from "./crawl.js";

interface DiscoverOptions {
  readonly url: string;
  readonly contact: string;
  readonly budget: number;
  readonly delay: string;
  readonly allowPrivate: boolean;
}

const BUDGET = 60;

/** `gongkai discover URL`: looks at a site and proposes its entry for sites.yaml, for a person to read. */
export function addDiscover(program: Command, { terminal, end }: Wiring): void {
  const { language } = terminal;
  program
    .command("discover")
    .description(HELP.about[language])
    .argument("<url>", HELP.url[language])
    .requiredOption("--contact <address>", HELP.contact[language])
    .option("--budget <n>", HELP.budget[language], atLeastOne(language), BUDGET)
    .option("--delay <seconds>", HELP.delay[language], "3")
    .option("--allow-private", HELP.allowPrivate[language], false)
    .addHelpText("after", EXAMPLES[language])
    .action(async (url: string, options: Omit<DiscoverOptions, "url">) => {
      end(await runDiscover({ url, ...options }, terminal));
    });
}

const HELP = {
  about: {
    en: "Look at a bureau's site, and propose the entry for sites.yaml.",
    zh: "查看一个单位的网站，提出 sites.yaml 的条目。",
  },
  url: { en: "its home page, or the page of its disclosures", zh: "首页，或公开栏目的网址" },
  contact: {
    en: "whom the keepers of the site can write to: it stands in the user agent",
    zh: "网站管理者可以联系谁：写进 user agent",
  },
  budget: { en: "the most requests", zh: "最多请求几次" },
  delay: { en: "seconds between two requests", zh: "两次请求间隔几秒" },
  allowPrivate: { en: "visit this machine and private networks too", zh: "也访问本机和内网" },
};

async function runDiscover(options: DiscoverOptions, terminal: Terminal): Promise<ExitCode> {
  const { url, contact, budget, allowPrivate, delay } = options;
  const { checkSites, proposals, sitesIn } = await crawling();
  if (!/^https?:\/\//iu.test(url) || !URL.canParse(url)) throw new UsageError(noAddress(url));
  const name = new URL(url).hostname.replaceAll(/[^a-z0-9]+/gu, "-").replaceAll(/^-|-$/gu, "");
  const file = checkSites({
    contact,
    allowPrivate,
    delay: Number(delay),
    sites: [{ name, start: [url], budget }],
  });
  const rows: CrawlRow[] = [];
  const onEnd = (_: unknown, ended: SiteEnd) => {
    if (ended !== "budget") terminal.stderr.write(siteEndText(name, ended, terminal.language));
  };
  await dryCrawl({ file, sites: sitesIn(file) }, { onRow: (row) => rows.push(row), onEnd });
  const found = proposals(rows);
  if (found.length === 0) {
    terminal.stderr.write(`${NOTHING[terminal.language]}\n`);
    return 1;
  }
  const entry = { contact, sites: [{ name, start: found.map(({ start }) => start) }] };
  terminal.stdout.write(`${found.map(told).join("")}${stringify(entry)}`);
  return 0;
}

function told({ start, documents, example }: Proposal): string {
  return `# ${start}: ${documents}, ${example.replaceAll(/\s/gu, " ")}\n`;
}

function noAddress(url: string) {
  return {
    en: `${url} is no address that begins with http:// or https://`,
    zh: `${url} 不是以 http:// 或 https:// 开头的网址`,
  };
}

const NOTHING = {
  en: "No disclosures were found. Give the page that lists them, or a larger --budget.",
  zh: "没有找到公开文件。请给出列出它们的网页，或更大的 --budget。",
};

const EXAMPLES = {
  en: `
Examples:
  gongkai discover https://www.yunxi.example.cn/ --contact crawler@example.org > sites.yaml

Pages are visited as gongkai crawl visits them, nothing is fetched. The lines that begin with # say how many
documents each start page leads to, and the title of one: read them before you crawl.

Exit codes:
  0  an entry is proposed
  1  nothing was found
  2  wrong usage
`,
  zh: `
示例：
  gongkai discover https://www.yunxi.example.cn/ --contact crawler@example.org > sites.yaml

访问网页的方式与 gongkai crawl 相同，不下载文件。以 # 开头的行说明每个起始页通向几份文件，并举一例：
抓取之前请先看一遍。

退出码：
  0  提出了条目
  1  什么也没有找到
  2  用法错误
`,
};
