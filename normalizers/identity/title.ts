import type { Block, Document, Look } from "../../pipeline/model/document.js";
import { pageOf } from "../../pipeline/model/document.js";
import { date, yearsIn } from "../values/date.js";
import { issuerInTitle } from "./issuer.js";
import { numbered } from "../values/ordinal.js";
import { isOrganizationOrPlace } from "../values/organization-name.js";
import { canonical } from "../values/text.js";
import { IDENTITY } from "./settings.js";

/** A line that can be part of a title, with where it stands among the blocks. */
interface Line {
  readonly text: string;
  readonly block: number;
  readonly page: number | null;
  readonly look: Look | undefined;
}

/** A document's own title and the lines around it that are not part of it, those of its cover. */
export interface Title {
  readonly text: string;
  readonly cover: readonly string[];
}

const SUBJECT = /[预决]算|绩效.{0,8}(?:自评|评价)|三公[“”"]?经费/u;
const SENTENCE =
  /[。；;！!？?，]|,(?!\d{3})|[：:]$|\d(?:[万亿千]?元|%)|^(?:按照|根据|依据|现将|——)/u;
const LABELLED = /^\p{sc=Han}{2,10}[：:]/u;
const CONTENTS = /^(?:目录|contents)$/iu;
/** The path and the links that a page of the web prints above its text. */
const NAVIGATION = /[/>|]|首页|当前位置|^返回/u;
/** The name of the file that a text was taken from. */
const FILE_NAME = /\.(?:pdf|docx?|wps|ofd|xlsx?|et|html?|txt)$/iu;
/** What a text without line breaks goes on with behind its title, and what stands before it. */
const BEHIND_TITLE =
  /[（(]?(?:目\s*[录錄次])[）)]?|第[一1]部分|一、|\s(?:项目名称|主管部门|单位名称|部门名称|填报单位)/u;
const ATTACHMENT = /^附件\s*\d{0,2}(?:[-－]\d+)?\s*[：:、.]?\s*/u;
const MONTH = /^\d{4}年\d{1,2}月$|^[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月$/u;
const YEAR_ALONE = /^\d{4}年度?$/u;
/** A line that breaks off behind issuer and year (`某局2020年度`, then `部门决算`). */
const ISSUER_AND_YEAR = /^(.{3,}?)[（(]?\d{4}年度?$/u;
/** A title that does not say whose it is: its issuer stands on the line above. */
const ABOUT_A_YEAR = /^关于[（(]?\d{4}年/u;
/** A table's own title. */
const FORM =
  /(?:收入|支出|收支|总|明细|基本支出|经费|执行情况|余额情况|限额|功能分类|经济分类)(?:预算|决算)?(?:总|明细)?表(?:（.*）)?$/u;
/** How a disclosure of a department, unit or government is called after its year. */
const OWN_NAME =
  /(?:部门|单位|区级|市级|县级|省级|政府|财政).{0,12}[预决]算(?:信息)?(?:公开)?(?:情况)?(?:的?说明|报告|文本|书|表|草案)?$/u;
/** What shows that a line goes on with the title of the line before, where the source tells no type sizes. */
const GOES_ON =
  /^(?:和|与|及|暨)|^(?!.*\d{4}年).{2,24}(?:情况|说明|报告|公开|草案)(?:（.{1,8}）)?$/u;
/** How titles end; a line that ends otherwise was broken, if the next ends so. */
const TITLE_END =
  /(?:[预决]算|公开|说明|报告|草案|情况|信息|文本|材料|附表|[表书])(?:[（(][^（()）]{1,10}[）)])?$/u;
/** A column of a table that has lost its rules. */
const COLUMN = /(?:预算|决算|执行|完成|预计)数(?:的?%)?$|增减%$/u;
const OPEN_END = /(?:和|与|及|的|、)$/u;

/**
 * The document's own title: on the first page, its lines joined, or further down where tables come
 * first. Null where none is printed.
 */
export function titleOf(document: Document): Title | null {
  const lines = document.blocks.flatMap((block, at) => lineOf(block, at, document.blocks));
  const early = firstLines(lines, document);
  return coverTitle(early) ?? headOfText(document) ?? laterTitle(lines) ?? fileName(early);
}

/** The title at the head of a text that has lost its line breaks: what stands before its contents or first chapter. */
function headOfText({ blocks }: Document): Title | null {
  const long = blocks
    .slice(0, IDENTITY.title.firstLines)
    .find((block) => block.type === "paragraph" && block.text.length > IDENTITY.title.longestLine);
  if (long?.type !== "paragraph") return null;
  const start = long.text.slice(0, 4 * IDENTITY.title.longestLine).replace(ATTACHMENT, "");
  const end = start.search(BEHIND_TITLE);
  const text = canonical(start.slice(0, Math.max(0, end)));
  return isTitle(text) && isCore(text) ? { text, cover: [] } : null;
}

/** A title that stands somewhere else, as at the head of a web page, where it can be one. */
export function titled(text: string | null): Title | null {
  return text !== null && isTitle(text) && isCore(text) ? { text, cover: [] } : null;
}

/** The weakest of titles: a file's name that says what it discloses and of which year. */
function fileName(lines: readonly Line[]): Title | null {
  const found = lines
    .filter(({ text }) => FILE_NAME.test(text))
    .map(({ text }) => text.replace(FILE_NAME, ""))
    .find((text) => isTitle(text) && isOwn(text));
  return found === undefined ? null : { text: found, cover: [] };
}

/** The lines of the document's beginning: of the first page, or up to the first table or long text. */
function firstLines(lines: readonly Line[], document: Document): readonly Line[] {
  const page = lines[0]?.page ?? null;
  const end = document.blocks.findIndex((block) => !isBeforeText(block));
  return lines
    .slice(0, IDENTITY.title.firstLines)
    .filter((line) => (end === -1 || line.block < end) && line.page === page);
}

function isBeforeText(block: Block): boolean {
  return (
    block.type === "paragraph" && lineText(block.text).length <= 2 * IDENTITY.title.longestLine
  );
}

/** Canonical, and cut where it is far too long for a line: only its length matters then. */
function lineText(text: string): string {
  return canonical(text.slice(0, 10 * IDENTITY.title.longestLine));
}

function lineOf(block: Block, at: number, blocks: readonly Block[]): readonly Line[] {
  if (block.type !== "paragraph" || block.contents === true) return [];
  const text = lineText(block.text);
  if (text === "" || isTableTitle(text, at, blocks)) return [];
  return [{ text, block: at, page: pageOf(block.at), look: block.look }];
}

function isTableTitle(text: string, at: number, blocks: readonly Block[]): boolean {
  const follows = blocks
    .slice(at + 1, at + 1 + IDENTITY.title.tableWithin)
    .some(({ type }) => type === "table");
  return FORM.test(text) || (follows && /表(?:（.*）)?$/u.test(text));
}

/** Whether a line can be one of a title's: short, no sentence, no list item, no date, no label. */
function canBeTitle({ text }: Line): boolean {
  return isTitle(text);
}

function isTitle(text: string): boolean {
  const isOther = [SENTENCE, LABELLED, CONTENTS, MONTH, NAVIGATION, FILE_NAME, COLUMN].some(
    (pattern) => pattern.test(text),
  );
  const isListed = numbered(text).ordinal !== null;
  return text.length <= IDENTITY.title.longestLine && !isOther && !isListed && date(text) === null;
}

function coverTitle(lines: readonly Line[]): Title | null {
  const core = lines.findIndex(
    (line, at) => canBeTitle(line) && (isCore(line.text) || isBrokenCore(line, lines[at + 1])),
  );
  const line = lines[core];
  if (line === undefined) return null;
  const before = precedingLines(lines, core);
  const after = followingLines(lines, core);
  const parts = [...before, line, ...after];
  const text = parts.map((part) => part.text).join("");
  if (text.length > IDENTITY.title.longestTitle || !SUBJECT.test(text)) return null;
  return {
    text,
    cover: lines
      .filter((other) => !parts.includes(other) && !NAVIGATION.test(other.text))
      .map((other) => other.text),
  };
}

/** The line that names the year or the subject: `2020年部门预算`, `关于某市2018年预算执行情况和`. */
function isCore(text: string): boolean {
  const hasYear = yearsIn(text).length > 0;
  return SUBJECT.test(text) ? hasYear || OWN_NAME.test(text) : hasYear && text.startsWith("关于");
}

/** A line with issuer and year that breaks off before what is disclosed (`某办公厅2018年度部门`, then `预算公开`). */
function isBrokenCore(line: Line, after: Line | undefined): boolean {
  if (after === undefined || !canBeTitle(after) || !/(?:部门|单位)$/u.test(line.text)) return false;
  const whole = line.text + after.text;
  return /^[预决]算/u.test(after.text) && OWN_NAME.test(whole) && isOwn(whole);
}

/** The issuer's lines over the core: `江苏省人民检察院`. */
function precedingLines(lines: readonly Line[], core: number): readonly Line[] {
  const line = lines[core];
  const before = lines[core - 1];
  if (line === undefined || before === undefined) return [];
  if (line.text.startsWith("关于") && !ABOUT_A_YEAR.test(line.text)) return [];
  const isPart = isOrganizationOrPlace(before.text) || endsInYear(before.text);
  const belongs = canBeTitle(before) && isPart && isNear(before, line);
  return belongs ? [...precedingLines(lines, core - 1), before] : [];
}

function endsInYear(text: string): boolean {
  const issuer = ISSUER_AND_YEAR.exec(text)?.[1];
  return YEAR_ALONE.test(text) || (issuer !== undefined && isOrganizationOrPlace(issuer));
}

function isNear(a: Line, b: Line): boolean {
  return (
    a.look === undefined ||
    b.look === undefined ||
    ratio(a.look, b.look) <= IDENTITY.title.sizeRatio
  );
}

function ratio(a: Look, b: Look): number {
  return Math.max(a.size, b.size) / Math.min(a.size, b.size);
}

/** The lines that go on with the title: of the same type, or by their words where the type says nothing. */
function followingLines(lines: readonly Line[], core: number): readonly Line[] {
  const line = lines[core];
  const after = lines[core + 1];
  if (line === undefined || after === undefined || !canBeTitle(after)) return [];
  return goesOn(line, after) ? [after, ...followingLines(lines, core + 1)] : [];
}

function goesOn(line: Line, after: Line): boolean {
  const isBroken = !TITLE_END.test(line.text) && TITLE_END.test(after.text);
  const byWords =
    OPEN_END.test(line.text) ||
    GOES_ON.test(after.text) ||
    (isBroken && !isOrganizationOrPlace(after.text));
  if (line.look === undefined || after.look === undefined) return byWords;
  const isSame =
    ratio(line.look, after.look) <= IDENTITY.title.sameSize && line.look.font === after.look.font;
  return isSame && (byWords || (after.look.centred && !isOrganizationOrPlace(after.text)));
}

/**
 * A title that comes after the tables: issuer, year and what it discloses in one line, or at worst in
 * the heading of the first part (`第一部分 某局2023年部门预算信息公开情况说明`).
 */
function laterTitle(lines: readonly Line[]): Title | null {
  const parts = lines.map((line) => ({ ...line, text: numbered(line.text).rest }));
  const explained = parts.filter(({ text }) => /(?:公开|说明|报告)$/u.test(text));
  const found = [...lines, ...explained].find(
    (line) => canBeTitle(line) && OWN_NAME.test(line.text) && isOwn(line.text),
  );
  return found === undefined ? null : { text: found.text, cover: [] };
}

/** Whether a line names issuer and year: the heading of a part names neither, or only one. */
function isOwn(text: string): boolean {
  return yearsIn(text).length > 0 && issuerInTitle(text) !== null;
}
