import type { Document } from "../../pipeline/model/document.js";
import { type Finding, finding, type Outcome } from "../../pipeline/model/finding.js";
import { blankPages, isEmpty, isOutlined, isPictured, pageText } from "../page/blank-pages.js";
import { looseFigures } from "../page/loose-figures.js";
import type { PageContent } from "../page/page-content.js";
import { pagesDocument } from "../page/pages-document.js";
import type { ReadPages } from "./recognize-pages.js";
import {
  cellsDrawn,
  charactersUnmapped,
  pageNotRecognized,
  pageWithoutText,
  textLayerUnreadable,
} from "./rules.js";
import { PDF } from "./settings.js";
import { rubbishShare, unmappedCount } from "./text-quality.js";

/** What is said of pictures on a page whose text was read. */
export type OfPictures = (page: PageContent) => Finding[];

/** The document of pages that were read, with what is doubtful in them. */
export function assemble(
  { contents, findings }: ReadPages,
  ofPictures: OfPictures,
): Outcome<Document> {
  const { document, bare } = pagesDocument(contents);
  const said = new Set(
    findings.filter(({ rule }) => rule === pageNotRecognized.id).map(({ page }) => page),
  );
  const others = bare.filter(({ number }) => !said.has(number));
  return {
    value: document,
    findings: [
      ...findings,
      ...others.flatMap((page) => doubts(page, ofPictures)),
      ...looseFigures(bare),
      ...blankPages(bare),
    ],
  };
}

function doubts(page: PageContent, ofPictures: OfPictures): Finding[] {
  const where = { page: page.number };
  if (page.recognized !== undefined && (page.recognized.isBent || !isEmpty(page))) return [];
  if (isEmpty(page))
    return isPictured(page) || isOutlined(page)
      ? [finding(pageWithoutText, { page: page.number }, where)]
      : [];
  const text = pageText(page);
  const share = rubbishShare(text);
  if (share !== null) return [finding(textLayerUnreadable, { page: page.number, share }, where)];
  const count = unmappedCount(text);
  return [
    ...(count === 0 ? [] : [finding(charactersUnmapped, { page: page.number, count }, where)]),
    ...ofPictures(page),
    ...drawn(page),
  ];
}

/** Cells that hold shapes and no text, where they are too many to be ticks and marks. */
function drawn({ number, drawnCells: count }: PageContent): Finding[] {
  const facts = { page: number, count };
  return count < PDF.shapes.fewestCells ? [] : [finding(cellsDrawn, facts, { page: number })];
}
