import { SECTION_KINDS } from "./vocabulary.js";
import { choice, natural, ordinal, page, required, text } from "./columns.js";
import { documentFamily } from "./family.js";

/** sections.csv: the outline. */
export const sections = documentFamily({
  title: "章节",
  about: "One row per heading: the outline of each document.",
  key: ["document_id", "section_no"],
  columns: {
    section_no: ordinal("章节序"),
    parent_no: natural("上级章节序"),
    level: ordinal("层级"),
    ordinal: text("序号"),
    title: required("标题"),
    kind: choice(SECTION_KINDS, "类别"),
    page,
  },
});
