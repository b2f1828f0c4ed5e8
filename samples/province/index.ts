import { framesAndPlatform } from "./frames-and-platform.js";
import { jsonSearch } from "./json-search.js";
import { oldPages } from "./old-pages.js";
import type { InventedSite, MakeDocument } from "./parts.js";
import { proxiedLists } from "./proxied-lists.js";
import { staticLists } from "./static-lists.js";

/** The sites of an invented province: one of each system that bureaus run. */
export function inventedProvince(document: MakeDocument): readonly InventedSite[] {
  return [
    staticLists(document),
    proxiedLists(document),
    jsonSearch(document),
    framesAndPlatform(document),
    oldPages(document),
  ];
}
