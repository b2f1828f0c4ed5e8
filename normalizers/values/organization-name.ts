import { meaningOf, wordLists } from "../reference/word-lists.js";

const listOf = wordLists(new URL("./organization-words.tsv", import.meta.url), [
  "organization",
  "part",
  "place",
]);
const ORGANIZATION = listOf("organization", ["body", "school", "government", "company"]);
const PART = listOf("part", ["own"]);
const PLACE = listOf("place", ["place"]);

/** Whether a name ends as those of public bodies do: `某县财政局`, `某局（本级）`. */
export function isOrganization(name: string): boolean {
  return meaningOf(ORGANIZATION, name) !== null;
}

/** Whether a name is one of a body or of its own part: `某局本级`. */
export function isOrganizationOrPart(name: string): boolean {
  return isOrganization(name) || meaningOf(PART, name) !== null;
}

/** Whether a line is the name of a body or of a place: `某市`. */
export function isOrganizationOrPlace(line: string): boolean {
  return isOrganization(line) || meaningOf(PLACE, line) !== null;
}
