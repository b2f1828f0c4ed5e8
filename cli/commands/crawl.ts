import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import type { OutputOptions } from "../../pipeline/dataset/write/output.js";
import type { FoundDocument } from "../../workers/crawl/record/found.js";
import type { CrawlRow } from "../../workers/crawl/record/row.js";
import type { SiteEnd } from "../../workers/crawl/run/desk.js";
import type { SitesFile } from "../../workers/crawl/sites/schema.js";
import type { Site } from "../../workers/crawl/sites/site.js";
import { inScratchFolder } from "../../workers/local/scratch.js";
import { sourceKey } from "../../workers/store/keys.js";
import { openStore } from "../../workers/store/open-store.js";
import type { Store } from "../../workers/store/store.js";
import { EXIT_CODES } from "../options/exit-codes.js";
import { inFolder } from "../options/output-folder.js";
import { readingPlan, takesReadingOptions } from "../options/reading-options.js";
import { crawlRowText, crawlSummary, siteEndText } from "../print/crawl-words.js";
import { UsageError } from "../terminal/terminal.js";
import type { ExitCode, Terminal } from "../terminal/terminal.js";
import type { Wiring } from "../terminal/wiring.js";
import { cacheIn, readInto } from "./extract.js";
import type { ReadOptions } from "./extract.js";

/** `gongkai crawl sites.yaml --out DIR`: fetches what is new on the sites, and reads it. */
export function addCrawl(program: Command, { reader, terminal, end }: Wiring): void {
  const { language } = terminal;
  const command = program
    .command("crawl")
    .description(HELP.about[language])
    .argument("<sites.yaml>", HELP.sites[language])
    .option("-o, --out <dir>", HELP.out[language], "out")
    .option("--only <site...>", HELP.only[language])
    .option("--dry-run", HELP.dryRun[language], false)
    .option("--warc", HELP.warc[language], false);
  takesReadingOptions(command, language)
    .addHelpText("after", EXAMPLES[language])
    .action(async (path: string, options) => {
      const { readSites, sitesIn } = await crawling();
      const file = await readSites(path);
      const sites = chosen(sitesIn(file), options.only);
      const given = { ...options, file, sites, reader };
      if (options.dryRun) return end(await dryRun(given, terminal));
      const plan = await readingPlan(options, cacheIn(options), terminal);
      end(await runCrawl({ ...given, clean: false, force: false, plan }, terminal));
    });
}

const HELP = {
  about: {
    en: "Fetch the disclosures of the sites in a file, and read them into a dataset.",
    zh: "下载文件所列网站公开的预决算，并读成数据集。",
  },
  sites: { en: "the file that lists the sites", zh: "列出网站的文件" },
  out: {
    en: "where the dataset is written, and what is known of the sites",
    zh: "数据集及网站记录写到哪里",
  },
  only: { en: "crawl these sites of the file alone", zh: "只抓取文件中的这些网站" },
  dryRun: {
    en: "visit pages and print what would be fetched and why, after what --out knows; write nothing",
    zh: "只访问网页，按 --out 已知的情况打印将下载什么及其理由；不写任何文件",
  },
  warc: {
    en: "keep each exchange in --out/warc, as archives do",
    zh: "把每次往来存入 --out/warc（WARC 归档）",
  },
};

function chosen(sites: readonly Site[], only: readonly string[] | undefined): readonly Site[] {
  const missing = (only ?? []).filter((name) => !sites.some((site) => site.name === name));
  if (missing.length > 0)
    throw new UsageError({
      en: `no site of the file is called ${missing.join(", ")}; it has ${sites.map(({ name }) => name).join(", ")}`,
      zh: `文件中没有名为 ${missing.join("、")} 的网站；有 ${sites.map(({ name }) => name).join("、")}`,
    });
  return only === undefined ? sites : sites.filter(({ name }) => only.includes(name));
}

/** The crawler takes a fifth of a second to load, and other commands do without. */
export function crawling() {
  return import("../../workers/crawl/index.js");
}

interface Sites {
  readonly file: SitesFile;
  readonly sites: readonly Site[];
  /** The folder of earlier runs, whose knowledge a dry run begins with. */
  readonly out?: string;
}

interface Crawl extends Sites {
  readonly out: string;
  readonly warc: boolean;
}

/** Who is told how a crawl goes. */
interface Told {
  readonly onRow: (row: CrawlRow) => void;
  readonly onEnd: (site: Site, end: SiteEnd) => void;
}

/** Visits pages and prints what would be fetched. */
async function dryRun(crawl: Sites, { stdout, language }: Terminal): Promise<ExitCode> {
  const onRow = (row: CrawlRow) => stdout.write(crawlRowText(row, language));
  const onEnd = ({ name }: Site, end: SiteEnd) => stdout.write(siteEndText(name, end, language));
  await dryCrawl(crawl, { onRow, onEnd });
  return 0;
}

/** Visits pages and takes nothing; what is known meanwhile is forgotten at the end. */
export async function dryCrawl({ file, sites, out }: Sites, told: Told): Promise<void> {
  const { crawlSites, storeOver } = await crawling();
  const { signal: stop } = new AbortController();
  await inScratchFolder("fetch", async (folder) => {
    const scratch = await openStore(folder);
    const earlier = out === undefined ? undefined : join(out, CRAWLED);
    const isKnown = earlier !== undefined && existsSync(earlier);
    const store = isKnown ? storeOver(await openStore(earlier), scratch) : scratch;
    await crawlSites({ file, sites, store, dryRun: true, stop, ...told });
  });
}

/** Where the output folder keeps what is known of the sites, hidden. */
const CRAWLED = ".crawl";

/** Fetches what is new, then reads it; a run that is interrupted goes on when it is called again. */
async function runCrawl(options: Crawl & ReadOptions, terminal: Terminal): Promise<ExitCode> {
  const { out } = options;
  const { refuseUncrawled, sitesKnownTo, versionsIn, writeChanges, writeCrawlCsv, writeWarcFiles } =
    await crawling();
  await refuseUncrawled(out);
  return inFolder(out, terminal, async ({ check }) => {
    const store = await openStore(join(out, CRAWLED));
    const isWhole = await fetchAll(options, store, terminal);
    const sites = await sitesKnownTo(store);
    await writeCrawlCsv(store, sites, join(out, "crawl.csv"));
    for (const key of await writeWarcFiles(store, sites, out)) await store.remove(key);
    if (!isWhole) return 1;
    const code = await readFound({ ...options, check }, store, terminal);
    await writeChanges(join(out, "changes.csv"), versionsIn(out));
    return code;
  });
}

async function fetchAll(
  options: Crawl & ReadOptions,
  store: Store,
  terminal: Terminal,
): Promise<boolean> {
  const { crawlSites } = await crawling();
  const { file, sites, warc } = options;
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const rows: CrawlRow["decision"][] = [];
  const onEnd = (site: Site, end: SiteEnd) =>
    terminal.stderr.write(siteEndText(site.name, end, terminal.language));
  const onRow = ({ decision }: CrawlRow) => rows.push(decision);
  try {
    await crawlSites({
      file,
      sites,
      store,
      dryRun: false,
      stop: stop.signal,
      onRow,
      onEnd,
      warc,
    });
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
  terminal.stdout.write(crawlSummary(rows, terminal.language));
  return !stop.signal.aborted;
}

/** Reads all that is known of the sites: what an earlier run has read is kept as it is. */
async function readFound(
  options: Crawl & ReadOptions & OutputOptions,
  store: Store,
  terminal: Terminal,
): Promise<ExitCode> {
  const { foundIn, readCurrent, sightingsOf } = await crawling();
  const found: FoundDocument[] = [];
  for (const { name, region } of options.sites)
    found.push(...foundIn(await readCurrent(store, name), region));
  if (found.length === 0) return 0;
  const inputs = found.map(({ sha256, fileName, found: origin }) => ({
    path: origin.path,
    bytes: Buffer.from(join(options.out, CRAWLED, sourceKey(sha256))),
    fileName,
    found: origin,
  }));
  return readInto(inputs, { ...options, sightings: sightingsOf(found) }, terminal);
}

const EXAMPLES = {
  en: `
Examples:
  gongkai crawl sites.yaml --out out             visit the sites, and read what is new on them; the same
                                                 command goes on where it was interrupted
  gongkai crawl sites.yaml --only yunxi --dry-run   what would be fetched of one site, and why

--out/crawl.csv says what became of each address, changes.csv what changed between two versions.
${EXIT_CODES.en}`,
  zh: `
示例：
  gongkai crawl sites.yaml --out out             访问各网站，读取新公开的文件；中断后用同一命令接着做
  gongkai crawl sites.yaml --only yunxi --dry-run   某一网站将下载什么、为什么

--out/crawl.csv 说明每个网址的结果，changes.csv 说明两个版次之间的变化。
${EXIT_CODES.zh}`,
};
