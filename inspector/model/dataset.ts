/** What the published JSON of a document holds, as types; nothing of the program is imported but these. */
export type { DocumentDataset } from "../../pipeline/dataset/dataset.js";
import type { DocumentDataset } from "../../pipeline/dataset/dataset.js";

export type Table = DocumentDataset["tables"][number];
export type Cell = Table["cells"][number];
export type Finding = DocumentDataset["findings"][number];
export type Amount = DocumentDataset["amounts"][number];
export type Figure = DocumentDataset["figures"][number];
export type Page = NonNullable<DocumentDataset["pages"]>[number];
export type Place = Cell["at"];
export type Box = Extract<Place, { type: "page" }>["box"];

/** A record of any file. */
export type AnyRecord = Readonly<Record<string, string | number | boolean | null>>;
