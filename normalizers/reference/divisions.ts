import { groupedBy } from "../../pipeline/model/grouped-by.js";
import { rowsOf } from "./rows.js";
import { once } from "../../pipeline/model/once.js";

/** An administrative division (行政区划) of GB/T 2260 in the years `from` to before `to`. */
export interface Division {
  readonly code: string;
  readonly name: string;
  /** The code that contains it; empty for a province. */
  readonly parent: string;
  readonly from: number;
  readonly to: number | null;
}

const divisionRows = rowsOf("./divisions.tsv");
const zoneRows = rowsOf("./zones.tsv");

const divisions = once((): readonly Division[] =>
  divisionRows().map(([code = "", name = "", parent = "", from = "", to = ""]) => ({
    code,
    name,
    parent,
    from: Number(from),
    to: to === "" ? null : Number(to),
  })),
);

const byCode = once(() => groupedBy(divisions(), ({ code }) => code));
const byName = once(() => groupedBy(divisions(), ({ name }) => name));
const byShortName = once(() =>
  groupedBy(
    divisions().filter(({ name }) => shortName(name) !== null),
    ({ name }) => shortName(name) ?? "",
  ),
);
const byStem = once(() => groupedBy(divisions(), ({ name }) => stem(name)));

/** The division of a code in a year, or null. A code may have stood for several, one after the other. */
export function divisionCoded(code: string, year: number | null): Division | null {
  return inForce(byCode().get(code) ?? [], year).at(-1) ?? null;
}

/**
 * The divisions of exactly this name in a year (`普陀区` is two), or of this short name of an autonomous one
 * (`湘西州`) where no other has it.
 */
export function divisionsNamed(name: string, year: number | null): readonly Division[] {
  const exact = inForce(byName().get(name) ?? [], year);
  return exact.length > 0 ? exact : inForce(byShortName().get(name) ?? [], year);
}

/** The divisions whose name without `市`, `县`, `区` … is this: `承德` is a city and a county. */
export function divisionsStemmed(text: string, year: number | null): readonly Division[] {
  return inForce(byStem().get(text) ?? [], year);
}

/** The divisions that contain this one, the nearest first. */
export function containersOf(division: Division, year: number | null): readonly Division[] {
  const parent = division.parent === "" ? null : divisionCoded(division.parent, year);
  return parent === null ? [] : [parent, ...containersOf(parent, year)];
}

/**
 * The code of the division in which a development zone lies, for zones that have no code of their own and
 * whose name does not tell: `雄安新区` → `130600`.
 */
export const zoneContainers = once(
  (): ReadonlyMap<string, string> =>
    new Map(zoneRows().map(([name = "", container = ""]) => [name, container])),
);

/** A division's name without the word for its rank: `承德市` → `承德`, `恩施土家族苗族自治州` → `恩施土家族苗族`. */
export function stem(name: string): string {
  const bare = name.replace(
    /(?:特别行政区|自治[区州县旗]|地区|新区|林区|特区|[省市县区盟旗州])$/u,
    "",
  );
  return bare.length < 2 ? name : bare;
}

/** The peoples that autonomous divisions are named after, the longer names first. */
const PEOPLES =
  "柯尔克孜|乌孜别克|鄂伦春|哈萨克|维吾尔|塔吉克|达斡尔|鄂温克|俄罗斯|仡佬|傈僳|毛南|仫佬|拉祜|普米|布朗|阿昌|景颇|独龙|德昂|基诺|纳西|撒拉|东乡|保安|裕固|锡伯|赫哲|门巴|珞巴|哈尼|布依|土家|朝鲜|蒙古|高山|各族|怒|京|满|侗|瑶|白|傣|黎|佤|畲|水|土|羌|回|藏|苗|彝|壮";
const AUTONOMOUS = new RegExp(`^(.{2,9}?)(?:(?:${PEOPLES})族?){1,9}自治([州县旗])$`, "u");

/** What an autonomous division is called in short: `湘西土家族苗族自治州` → `湘西州`; null for any other. */
function shortName(name: string): string | null {
  const [, place, rank] = AUTONOMOUS.exec(name) ?? [];
  return place === undefined || rank === undefined ? null : place + rank;
}

/** A division renamed in a year is still called by its old or new name in the papers of the years next to it. */
function inForce(found: readonly Division[], year: number | null): readonly Division[] {
  if (year === null) return found.filter(({ to }) => to === null);
  const then = found.filter((division) => existsIn(division, year));
  if (then.length > 0) return then;
  return found.filter((division) => existsIn(division, year - 1) || existsIn(division, year + 1));
}

function existsIn({ from, to }: Division, year: number): boolean {
  return from <= year && (to === null || year < to);
}
