import { useEffect, useRef, useState } from "preact/hooks";
import type { Shown } from "../document-view.js";
import type { Box, DocumentDataset, Page } from "../model/dataset.js";
import type { Spot } from "../../pipeline/model/spot.js";
import { useWords } from "../shared/language.js";
import { Sheet } from "./sheet.js";
import type { Drawing } from "./sheet.js";

interface Props extends Shown {
  readonly drawing: Drawing | null;
}

/** What lies between pages, in pixels. */
const GAP = 12;

/** All pages below one another, as wide as there is room. */
export function Sheets({ drawing, ...shown }: Props) {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const room = useWidth(box);
  const [zoom, setZoom] = useState(1);
  const pages = shown.dataset.pages ?? [];
  const scaleOf = (page: Page) => (page.width === 0 ? 0 : (zoom * (room - 2 * GAP)) / page.width);
  useEffect(() => {
    if (box.current !== null && room > 0 && shown.spot !== null)
      scrollTo(box.current, { pages, scaleOf, spot: shown.spot, dataset: shown.dataset });
  }, [shown.spot, room, zoom]);
  return (
    <>
      <div class="zoom">
        <button type="button" aria-label={say("zoomOut")} onClick={() => setZoom(zoom / 1.25)}>
          −
        </button>
        <button type="button" aria-label={say("zoomIn")} onClick={() => setZoom(zoom * 1.25)}>
          +
        </button>
      </div>
      <div class="sheets" ref={box} tabIndex={0} role="region" aria-label={say("pages")}>
        {room > 0 &&
          pages.map((page) => (
            <Sheet
              key={page.number}
              {...shown}
              page={page}
              drawing={drawing}
              scale={scaleOf(page)}
            />
          ))}
      </div>
    </>
  );
}

interface Goal {
  readonly pages: readonly Page[];
  readonly scaleOf: (page: Page) => number;
  readonly spot: Spot;
  readonly dataset: DocumentDataset;
}

/** Brings a place into sight, at a third of the height; sizes are known, so no page needs to be drawn for it. */
function scrollTo(box: HTMLElement, { pages, scaleOf, spot, dataset }: Goal): void {
  const { number, at } = goalOf(spot, dataset);
  const page = pages.find((each) => each.number === number);
  if (page === undefined) return;
  const above = pages
    .slice(0, pages.indexOf(page))
    .reduce((sum, each) => sum + each.height * scaleOf(each) + GAP, GAP);
  const [left, top, right, bottom] = at ?? [0, 0, 0, 0];
  const scale = scaleOf(page);
  const isSeen =
    above + top * scale >= box.scrollTop &&
    above + bottom * scale <= box.scrollTop + box.clientHeight &&
    left * scale >= box.scrollLeft &&
    right * scale <= box.scrollLeft + box.clientWidth;
  if (isSeen && at !== null) return;
  const higher = at === null ? 0 : box.clientHeight / 3;
  box.scrollTo({ top: above + top * scale - higher, left: left * scale - GAP });
}

/** The page of a spot, and the box on it that is meant; null where the whole page is. */
function goalOf(spot: Spot, dataset: DocumentDataset): { number: number | null; at: Box | null } {
  const table = dataset.tables.find(({ table_no }) => table_no === spot.table);
  const cell = table?.cells.find(
    ({ row, column }) =>
      row === (spot.row ?? 0) && (spot.column === null || column === spot.column),
  );
  const first = cell ?? table?.cells[0];
  if (first?.at.type === "page") return { number: first.at.page, at: first.at.box };
  return { number: spot.page, at: null };
}

function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? width));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return width;
}
