import type { Closed } from "../../index.js";
import type { Bilingual, Language } from "../../pipeline/model/finding.js";
import type { Counts } from "../../workers/pool/summary.js";
import { CHECK_WORDS, SEVERITY_WORDS, STATUS_WORDS } from "./outcome-words.js";
import { total } from "./tally.js";
import type { Tally } from "./tally.js";
import { counted, number, textTable } from "./text-table.js";
import { countOf } from "../../workers/pool/summary.js";

/** What a run has done, and where it is written. */
interface Done {
  readonly tally: Tally;
  readonly folder: string;
  readonly closed: Closed;
}

/** The table at the end of a run. */
export function summary(done: Done, language: Language): string {
  const words = WORDS[language];
  const { tables, records, failures } = done.tally;
  const blocks = [
    overview(done, words),
    titled(words.tables, countRows(tables)),
    titled(words.records, countRows(renamed(records, (name) => `${name}.csv`))),
    titled(words.failed, failureRows(failures, language)),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function overview({ tally, folder, closed }: Done, words: Words): readonly string[] {
  const { documents, findings, cells, checks, recognized, kept } = tally;
  const isAllKept = kept > 0 && kept === total(documents);
  const counts = [
    [words.findings, words.counts(findings, words.severities)],
    [words.cells, words.accountedFor(cells)],
    [words.checks, words.counts(checks, words.outcomes)],
  ];
  return textTable([
    [words.documents, documentsLine(tally, words)],
    ...(recognized === 0 ? [] : [[words.pages, words.recognized(recognized)]]),
    ...(isAllKept ? [] : counts),
    [words.written, [folder, ...folderNotes(closed, words)].join(words.semicolon)],
  ]);
}

function documentsLine({ documents, kept, copies, archives }: Tally, words: Words): string {
  const all = total(documents);
  const before = kept === all ? words.allKept : words.someKept(kept);
  return [
    words.read(all, words.counts(documents, words.statuses)),
    ...(kept === 0 ? [] : [before]),
    ...(copies === 0 ? [] : [words.copies(copies)]),
    ...(archives === 0 ? [] : [words.archives(archives)]),
  ].join(words.semicolon);
}

function folderNotes({ kept, removed }: Closed, words: Words): readonly string[] {
  return [
    ...(kept > 0 ? [words.keptInFolder(kept)] : []),
    ...(removed > 0 ? [words.removedFromFolder(removed)] : []),
  ];
}

function renamed(counts: Counts<string>, name: (key: string) => string): Counts<string> {
  return Object.fromEntries(Object.entries(counts).map(([key, value]) => [name(key), value]));
}

function countRows(counts: Counts<string>): readonly string[] {
  const rows = Object.keys(counts).map((key) => [key, number(countOf(counts, key))]);
  return textTable(rows.toSorted(byFirst), { right: [1], indent: "  " });
}

function failureRows(failures: Tally["failures"], language: Language): readonly string[] {
  const rows = failures.map(({ path, code, reason }) => [path, code, reason[language]]);
  return textTable(rows.toSorted(byFirst), { indent: "  " });
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function byFirst([a = ""]: readonly string[], [b = ""]: readonly string[]): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What is counted, and how it is called, in the order in which it is told. */
type Named = Readonly<Record<string, string>>;

const EN = {
  documents: "Documents",
  pages: "Pages",
  findings: "Findings",
  cells: "Cells",
  checks: "Checks",
  written: "Written to",
  tables: "Tables by kind",
  records: "Records by file",
  failed: "Failed",
  statuses: STATUS_WORDS.en,
  severities: SEVERITY_WORDS.en,
  outcomes: CHECK_WORDS.en,
  semicolon: "; ",
  allKept: "all by an earlier run",
  counts: (counts: Counts<string>, names: Named) =>
    Object.entries(names)
      .map(([key, name]) => `${number(countOf(counts, key))} ${name}`)
      .join(", "),
  read: (all: number, statuses: string) => `${number(all)} read: ${statuses}`,
  someKept: (kept: number) => `${number(kept)} of them by an earlier run, not counted below`,
  copies: (copies: number) => `${number(copies)} more with the bytes of another`,
  archives: (archives: number) => `${counted(archives, "archive")} unpacked`,
  recognized: (pages: number) => `${number(pages)} read by OCR`,
  accountedFor: ({ printed, used, ignored, reported, not_understood: rest }: Tally["cells"]) => {
    const known = number(used + ignored + reported);
    const uses = `${number(used)} used, ${number(ignored)} ignored, ${number(reported)} reported`;
    const unknown = `; ${number(rest)} not understood (in tables of unknown kind)`;
    return `${known} of ${number(printed)} accounted for (${uses})${rest === 0 ? "" : unknown}`;
  },
  keptInFolder: (kept: number) => `${number(kept)} kept from earlier runs (--clean removes them)`,
  removedFromFolder: (removed: number) => `${number(removed)} removed from earlier runs`,
};

/** The words of one language. */
type Words = typeof EN;

const ZH: Words = {
  documents: "文档",
  pages: "页",
  findings: "核查发现",
  cells: "单元格",
  checks: "核查",
  written: "写到",
  tables: "各类表",
  records: "各文件记录数",
  failed: "失败",
  statuses: STATUS_WORDS.zh,
  severities: SEVERITY_WORDS.zh,
  outcomes: CHECK_WORDS.zh,
  semicolon: "；",
  allKept: "全部是以前运行读取的",
  counts: (counts, names) =>
    Object.entries(names)
      .map(([key, name]) => `${name} ${number(countOf(counts, key))}`)
      .join("，"),
  read: (all, statuses) => `读取 ${number(all)} 份：${statuses}`,
  someKept: (kept) => `其中 ${number(kept)} 份是以前运行读取的，不计入下列各数`,
  copies: (copies) => `另有 ${number(copies)} 份与其他文件字节相同`,
  archives: (archives) => `解压 ${number(archives)} 个压缩包`,
  recognized: (pages) => `OCR 识别 ${number(pages)} 页`,
  accountedFor: ({ printed, used, ignored, reported, not_understood: rest }) => {
    const known = number(used + ignored + reported);
    const uses = `采用 ${number(used)}，忽略 ${number(ignored)}，报告 ${number(reported)}`;
    const unknown = `；${number(rest)} 个未理解（在未知种类的表中）`;
    return `${number(printed)} 个中 ${known} 个有交代（${uses}）${rest === 0 ? "" : unknown}`;
  },
  keptInFolder: (kept) => `保留以前运行的 ${number(kept)} 份（--clean 可删除）`,
  removedFromFolder: (removed) => `删除了以前运行的 ${number(removed)} 份`,
};

const WORDS: Bilingual<Words> = { en: EN, zh: ZH };
