import { TABLE_OF_NO_GOVERNMENT } from "../../../pipeline/model/records/tables.js";
import type { GovernmentColumns } from "../../../pipeline/run.js";
import { oncePer } from "../../../pipeline/model/once-per.js";
import type {
  Account,
  Coverage,
  TableEdition,
} from "../../../pipeline/model/records/vocabulary.js";
import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import { facetsOfTitled } from "../../captions/facets.js";
import { type Division, divisionsNamed, stem } from "../../reference/divisions.js";
import { canonical } from "../../values/text.js";
import type { Region } from "../debt/debt-regions.js";
import { pathWords } from "./government-words.js";

/** Whose and which table of a government one is, by its caption, else by its document or columns. */
export interface GovernmentTable {
  readonly account: Account | null;
  readonly coverage: Coverage | null;
  readonly edition: TableEdition | null;
  readonly region: Region | null;
  /** The year that its columns are of which name none. */
  readonly year: number | null;
}

/** What a caption goes on with behind whose table it is. */
const ACCOUNT_WORDS =
  /地方一般公共|一般公共|公共财政|公共预算|政府性?基金|国有资本|社会保险|社保基金|财政|(?:企业职工|城乡居民|机关事业|职工|城镇|失业|工伤|长期护理)\P{P}{0,8}保险|地方政府|政府(?:一般|专项)?债|新增|税收|非税|重点|专项|基本支出|基本建设|对/u;
const YEAR =
  /(?:20\d\d|[二〇○零一二三四五六七八九]{4})(?:[-—~～至和及](?:20)?\d\d(?:\d\d)?年?)?年?(?:度|末|初)?/gu;
const COVERAGE_WORDS =
  /全[省市区州县盟旗辖]|(?:自治区|[省市州县区盟旗])?本级|(?:自治区|[省市州县区盟旗])级/gu;
/** Taxes are returned from 一般公共预算 alone. */
const TAX_RETURNS = /税收返还/u;
const OF_TAXES: Account = "general_public";
/** Who pays, in a caption that goes on with 对 and who receives. */
const PAYERS = /^(?:中央|上级|省|自治区|市|[、和及])+$/u;
const REGION = /.(?:[省市州县区盟旗]|地区)$/u;

/** Tells whose and which table one of a government is. */
export const governmentTable = oncePer((table: PrintedTable): GovernmentTable => {
  const facets = facetsOfTitled(table);
  const whose = whoseOf(table);
  const stated = facets.coverage === "several" ? null : facets.coverage;
  const isSeveral = facets.coverage === "several";
  const edition = facets.edition ?? editionOfColumns(table);
  const account = facets.account ?? (TAX_RETURNS.test(table.caption ?? "") ? OF_TAXES : null);
  return {
    account: account === "other_fund" ? null : account,
    coverage: stated ?? (whose.named && !isSeveral ? "whole" : null),
    edition,
    region: whose.region,
    year: table.fiscalYear ?? yearOfDocument(table, edition),
  };
});

/** The year of the document, where it is of the table's own edition. */
function yearOfDocument({ document }: PrintedTable, edition: TableEdition | null): number | null {
  const stage = edition === "accounts" ? "final_accounts" : edition;
  return document.stage === stage ? document.fiscalYear : null;
}

/** The government that the caption names, else that of the document; `named`: without a rank of its own. */
function whoseOf({ caption, document, fiscalYear }: PrintedTable) {
  const plain = canonical(caption ?? "").replace(/^年/u, "");
  const before = plain.split(ACCOUNT_WORDS)[0]?.replace(YEAR, "") ?? "";
  const [own = ""] = before.split(/[分各]/u);
  const name = own.replace(COVERAGE_WORDS, "").replace(/^截至/u, "");
  const ofDocument = document.region ?? null;
  if (name === "" || before === plain || PAYERS.test(name))
    return { region: ofDocument, named: false };
  const region = regionNamed(name, { ofDocument, year: fiscalYear });
  return region === null ? { region: ofDocument, named: false } : { region, named: true };
}

interface Among {
  readonly ofDocument: Region | null;
  readonly year: number | null;
}

function regionNamed(name: string, { ofDocument, year }: Among): Region | null {
  if (ofDocument !== null && [ofDocument.name, stem(ofDocument.name)].includes(name))
    return ofDocument;
  const inside = divisionsNamed(name, year).filter((one) => isWithin(one, ofDocument));
  const [only, ...others] = inside;
  if (only !== undefined && others.length === 0) return { name: only.name, code: only.code };
  return REGION.test(name) ? { name, code: null } : null;
}

function isWithin({ code }: Division, region: Region | null): boolean {
  const container = region?.code ?? "";
  return code.startsWith(container.replace(/(?:00){1,2}$/u, ""));
}

/** The edition that columns of the table's own year show where the caption names none. */
function editionOfColumns(table: PrintedTable): TableEdition | null {
  const phases = new Set(
    table.columns
      .map(({ path }) => pathWords(path))
      .filter(({ year, previous }) => !previous && (year ?? table.fiscalYear) === table.fiscalYear)
      .map(({ phase }) => phase),
  );
  if (phases.has("accounts")) return "accounts";
  if (phases.has("execution")) return "execution";
  return phases.has("budget") || phases.has("adjusted_budget") ? "budget" : null;
}

/** The columns of a table's record that only tables of governments have. */
export function ofGovernment(table: PrintedTable): GovernmentColumns {
  if (table.document.scope !== "government") return TABLE_OF_NO_GOVERNMENT;
  const { account, coverage, edition, region } = governmentTable(table);
  return {
    account,
    coverage,
    edition,
    region_code: region?.code ?? null,
    region_name: region?.name ?? null,
  };
}
