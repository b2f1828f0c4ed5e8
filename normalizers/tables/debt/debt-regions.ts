import type { DebtScope } from "../../../pipeline/model/records/vocabulary.js";
import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import { placeOf } from "../../identity/place.js";
import {
  divisionCoded,
  divisionsNamed,
  divisionsStemmed,
  stem,
  type Division,
} from "../../reference/divisions.js";
import { plainText } from "./debt-meaning.js";

/** A region by its name, with its code where the standard has it. */
export interface Region {
  readonly name: string;
  readonly code: string | null;
}

/** What the label of a row names: a region, and whose debt of it. */
export interface RegionRow {
  readonly row: number;
  readonly raw: string;
  /** Null where it cannot be told. */
  readonly region: Region | null;
  readonly scope: DebtScope | null;
  /** `top`: of the table's own region; `city`: directly below it with governments of its own; `county`: no governments below. */
  readonly level: "top" | "city" | "county";
  /** Whether it stands below a city that it can be in. */
  readonly inCity: boolean;
  /** A name with 级 that is no 本级: it may hold more than 本级. */
  readonly loose: boolean;
}

const WHOLE = /^(?:全[省市区州盟县旗]|合计|总计|本地区|全辖|地区合计|总额)(?:合计|总计)?$/u;
const OWN = /^(?<name>.*?)(?<rank>自治区|[省市区州盟县旗])?(?<own>本级|级)$/u;
const BELOW =
  /^(?:(?:各|全[省市区州盟]|所辖)?(?:市县|县市|地市|市地|市州|州市|地州市|州市县|盟市|市区|区市|区县|县区|县市区|市县区|市区县|旗县|旗县区|旗县市区|下级|各?县|各?区|市)(?:级)?(?:小计|合计|总计)|(?:各)?(?:市县|县市|地市|市州|州市|盟市|区县|县区|县市区|市县区|区市|旗县区?)级?|县级|下级)$/u;
const NAMED =
  /^\p{sc=Han}[\p{sc=Han}（）()—-]{0,17}(?:[省市县区州盟旗乡镇]|地区|新城|农场|管委会|街道|街道办事处|苏木)$/u;
const NOTE = /[（(][^（()）]*[)）]$/u;
const CAPTION_REGION =
  /^(?:20\d\d(?:-20\d\d)?年?(?:[和及]20\d\d年)?)?(?<name>(?!年|度|各|全[省市区州盟县])\p{sc=Han}{2,10}?(?:省|自治区|自治州|地区|[市州盟县区旗]))(?=(?:本级|全辖)?(?:20\d\d|地方|政府|债))/u;

/** A label without list number, 其中 and a note in brackets. */
function regionText(label: string): string {
  return plainText(label).replace(NOTE, "");
}

/** Whether a label names a region, or a region's own or lower governments. */
export function isRegionLabel(label: string): boolean {
  const text = regionText(label);
  if (/债|余额|限额|数$|额$/u.test(text)) return false;
  return [WHOLE, OWN, BELOW, NAMED].some((pattern) => pattern.test(text));
}

/** The region that a table is about: its caption's, else its document's. */
export function regionOfTable({ caption, document }: PrintedTable, year: number | null) {
  const printed = caption ?? "";
  const ofDocument = document.region ?? null;
  const candidates = placeOf(printed, year);
  const inside = candidates.filter(({ code }) => isWithin(code, ofDocument?.code ?? null));
  const [division, ...others] = inside.length > 0 ? inside : candidates;
  if (division !== undefined && others.length === 0) return regionOf(division);
  const name = CAPTION_REGION.exec(printed)?.groups?.["name"];
  return name !== undefined && candidates.length === 0 ? { name, code: null } : ofDocument;
}

const regionOf = ({ name, code }: Division): Region => ({ name, code });

/** Whether a code is that of a division in another: `130209` in `130000`. */
function isWithin(code: string, container: string | null): boolean {
  return container !== null && code.startsWith(container.replace(/(?:00){1,2}$/u, ""));
}

const isProvince = ({ name, code }: Region): boolean =>
  code === null ? /(?:省|自治区)$/u.test(name) : code.endsWith("0000") && !name.endsWith("市");

/** The region of a table that names none: that of a row which contains all others, else the province of all. */
export function commonRegion(labels: readonly string[], year: number | null): Region | null {
  const found = labels.flatMap((label) => {
    const [division, ...others] = divisionsNamed(regionText(label), year);
    return division === undefined || others.length > 0 ? [] : [division];
  });
  const container = found.find(({ code }) => found.every((one) => isWithin(one.code, code)));
  const provinces = new Set(found.map(({ code }) => `${code.slice(0, 2)}0000`));
  const [province = "", ...others] = provinces;
  const whole = others.length > 0 ? null : divisionCoded(province, year);
  const division = container ?? whole;
  return division === null || found.length < 2 ? null : regionOf(division);
}

/** Names the regions of rows from above to below: `市本级` is that of the city above it. */
export function regionRows(
  labels: readonly { readonly row: number; readonly text: string }[],
  table: Region | null,
  year: number | null,
): readonly RegionRow[] {
  let city: Region | null = null;
  return labels.map(({ row, text: raw }) => {
    const found = named(regionText(raw), { table, city, year });
    if (found.level === "city") city = found.region;
    else if (found.level === "top" || !belongs(found.region, city)) city = null;
    return { row, raw, loose: false, inCity: found.level === "county" && city !== null, ...found };
  });
}

/** Whether a region below stands in the city above it; one without a code may. */
function belongs(region: Region | null, city: Region | null): boolean {
  if (city === null || region === null || city.code === null || region.code === null) return true;
  return isWithin(region.code, city.code);
}

interface Among {
  readonly table: Region | null;
  readonly city: Region | null;
  readonly year: number | null;
}

type Found = Pick<RegionRow, "region" | "scope" | "level"> & { readonly loose?: boolean };

function named(text: string, among: Among): Found {
  const { table } = among;
  const bare = text.replace(/(?:合计|总计)$/u, "");
  if (WHOLE.test(text) || (table !== null && isName(bare, table, among.year)))
    return { region: table, scope: "whole", level: "top" };
  if (BELOW.test(table === null ? text : withoutName(text, table)))
    return { region: table, scope: "subordinate", level: "top" };
  const own = OWN.exec(text)?.groups;
  if (own !== undefined) return ownRow(own, among);
  const division = divisionOf(text, among);
  const region = division === null ? { name: text, code: null } : regionOf(division);
  if (division === null && !NAMED.test(text)) return { region: null, scope: null, level: "county" };
  const isCity = table !== null && isProvince(table) && cityLike(region);
  return isCity
    ? { region, scope: null, level: "city" }
    : { region, scope: "whole", level: "county" };
}

/** Whether a region of a province has governments below it. Names that the standard does not have tell by their ending. */
function cityLike({ name, code }: Region): boolean {
  return code === null ? /(?:[市州盟]|地区)$/u.test(name) : code.endsWith("00");
}

/** Whether a text is a region's name, or that without its rank where no other division within it has it (吉林). */
function isName(text: string, { name, code }: Region, year: number | null): boolean {
  if (text === name) return true;
  const others = divisionsStemmed(text, year).filter((one) => one.code !== code);
  return text === stem(name) && !others.some((one) => isWithin(one.code, code));
}

const withoutName = (text: string, { name }: Region): string =>
  text.startsWith(name) && text !== name ? text.slice(name.length) : text;

/** `石家庄市本级`, `省本级`, `市级`: the own government of the region named, else of that with this rank. */
function ownRow(groups: Record<string, string | undefined>, among: Among): Found {
  const { table, city } = among;
  const { name = "", rank = "", own = "" } = groups;
  const full = name + rank;
  const loose = own === "级";
  const level = "county";
  const of = (region: Region | null): Found => {
    const isTop = region !== null && region === table;
    return { region, scope: "own", level: isTop ? "top" : level, loose };
  };
  if (name !== "") {
    const printed = [city, table].find((one) => one !== null && isName(full, one, among.year));
    if (printed !== undefined) return of(printed);
    const division = divisionOf(full, among);
    return of(division === null ? { name: full, code: null } : regionOf(division));
  }
  if (table === null) return of(null);
  if (rank === "" || ranks(table, rank)) return of(table);
  return of(city !== null && ranks(city, rank) ? city : null);
}

function ranks({ name }: Region, rank: string): boolean {
  const own = /(自治区|[省市区州盟县旗])$/u.exec(name)?.[1] ?? "";
  return own === rank || (own === "自治区" && rank === "区");
}

/** The division of a name in the city above, else in the table's region; null where none or several are. */
function divisionOf(name: string, { table, city, year }: Among): Division | null {
  const exact = divisionsNamed(name, year);
  const short = name.replace(/自治(?=[县州旗]$)/u, "");
  const candidates = exact.length > 0 ? exact : divisionsNamed(short, year);
  const all = candidates.length > 0 ? candidates : divisionsStemmed(name, year);
  for (const container of [city, table]) {
    const inside = all.filter(({ code }) => isWithin(code, container?.code ?? null));
    const [only, ...others] = inside;
    if (only !== undefined && others.length === 0) return only;
  }
  const [only, ...others] = candidates;
  return table === null && only !== undefined && others.length === 0 ? only : null;
}
