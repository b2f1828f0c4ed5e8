import { rowsOf } from "./rows.js";
import { once } from "../../pipeline/model/once.js";

/** The editions of the 政府采购品目分类目录. They give one code to different things. */
export type CatalogueEdition = "2013" | "2022";

const rows = rowsOf("./procurement.tsv");
const names = once(
  (): ReadonlyMap<string, string> =>
    new Map(rows().map(([edition = "", code = "", name = ""]) => [`${edition} ${code}`, name])),
);

/** The name of a procurement code in an edition (`A02010104`: 2013 台式计算机, 2022 服务器), or null where not known. */
export function catalogueName(code: string, edition: CatalogueEdition): string | null {
  return names().get(`${edition} ${code}`) ?? null;
}

/** All names of the catalogue, in any edition. */
export function catalogueNames(): readonly string[] {
  return [...names().values()];
}
