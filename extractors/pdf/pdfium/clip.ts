import { around, type Box, intersect, mapPoint, type Matrix } from "../../page/geometry.js";
import { type Address, float, type Pdfium } from "./library.js";

const EVERYTHING: Box = [-Infinity, -Infinity, Infinity, Infinity];

/** The box on the page that an object is clipped to: what the boxes around its clip paths share. */
export function clipOf(pdfium: Pdfium, object: Address, toPage: Matrix): Box {
  const { api } = pdfium;
  const clip = api.FPDFPageObj_GetClipPath(object);
  const paths = clip === 0 ? 0 : api.FPDFClipPath_CountPaths(clip);
  let box = EVERYTHING;
  for (let path = 0; path < paths; path += 1) {
    const corners: Box[] = [];
    const segments = api.FPDFClipPath_CountPathSegments(clip, path);
    for (let i = 0; i < segments; i += 1) {
      const [x, y] = pointOf(pdfium, api.FPDFClipPath_GetPathSegment(clip, path, i));
      const [left, top] = mapPoint(toPage, x, y);
      corners.push([left, top, left, top]);
    }
    // A path without points clips everything away.
    box = corners.length === 0 ? [0, 0, 0, 0] : intersect(box, around(corners));
  }
  return box;
}

/** Where a piece of a path ends. */
export function pointOf(pdfium: Pdfium, segment: Address): readonly [number, number] {
  const { api, scratch } = pdfium;
  api.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
  return [float(pdfium, 0), float(pdfium, 1)];
}
