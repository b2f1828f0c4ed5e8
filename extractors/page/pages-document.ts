import type { Document, Ignored, Page } from "../../pipeline/model/document.js";
import { alignedTables } from "./aligned-tables.js";
import { blocks } from "./blocks.js";
import { framedTables } from "./framed-tables.js";
import { furniture, type Furniture } from "./furniture.js";
import { lineBox } from "./lines.js";
import { pageColumns } from "./page-columns.js";
import type { PageContent } from "./page-content.js";

/** The document that pages make, and each page without what runs over all of them. */
interface PagesDocument {
  readonly document: Document;
  readonly bare: readonly PageContent[];
}

/** Makes a document of pages, whatever they were read from. The halves of a sheet are one page of it. */
export function pagesDocument(contents: readonly PageContent[]): PagesDocument {
  const aside = furniture(contents);
  const lines = new Set(aside.map(({ line }) => line));
  const bare: PageContent[] = [];
  let open: readonly number[] | null = null;
  for (const page of contents) {
    const own = { ...page, lines: page.lines.filter((line) => !lines.has(line)) };
    for (const part of pageColumns(own)) {
      const aligned = alignedTables(part, open);
      bare.push(framedTables(aligned.page));
      open = aligned.open;
    }
  }
  const pages = new Map<number, Page>();
  for (const { number, width, height, turned } of contents)
    pages.set(number, { number, width, height, ...(turned && { turned }) });
  const document = {
    blocks: blocks(bare),
    pages: [...pages.values()],
    ignored: [...aside.map(ignoredLine), ...contents.flatMap(watermark)],
  };
  return { document, bare };
}

function ignoredLine({ page, line, reason }: Furniture): Ignored {
  return { text: line.text, reason, at: { type: "page", page, box: lineBox(line) } };
}

function watermark({ number, slanted, width, height }: PageContent): Ignored[] {
  if (slanted.trim() === "") return [];
  return [
    {
      text: slanted,
      reason: "watermark",
      at: { type: "page", page: number, box: [0, 0, width, height] },
    },
  ];
}
