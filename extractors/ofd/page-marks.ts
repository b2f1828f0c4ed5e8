import { mapBox } from "../page/geometry.js";
import type { Box, Matrix } from "../page/geometry.js";
import type { Glyph, Marks, Rule } from "../page/marks.js";
import { upright } from "../page/upright.js";
import { drawnPath } from "./drawn-path.js";
import type { PageParts } from "./page-parts.js";
import { objectMatrix, placedText } from "./placed-text.js";
import { OFD_PAGE } from "./settings.js";
import { numbersIn } from "./xml-tree.js";
import type { Node } from "./xml-tree.js";

/** The visible marks of a page, upright, in points from its top left. */
export function pageMarks({ box, contents, fonts }: PageParts): Marks {
  const [left = 0, top = 0, width = 0, height = 0] = box;
  const { point } = OFD_PAGE;
  const toPage: Matrix = [point, 0, 0, point, -left * point, -top * point];
  const page: Box = [0, 0, width * point, height * point];
  const marks = {
    glyphs: [] as Glyph[],
    rules: [] as Rule[],
    pictures: [] as Box[],
    shapes: [] as Box[],
  };
  for (const object of contents.flatMap((content) => [...objectsIn(content)])) {
    const matrix = objectMatrix(object, toPage);
    if (object.name === "TextObject")
      for (const glyph of placedText(object, matrix, { page, fonts })) marks.glyphs.push(glyph);
    else if (object.name === "PathObject") {
      const { rules, shapes } = drawnPath(object, matrix, page);
      for (const rule of rules) marks.rules.push(rule);
      for (const shape of shapes) marks.shapes.push(shape);
    } else marks.pictures.push(boundaryOf(object, toPage));
  }
  return upright({ width: page[2], height: page[3], ...marks });
}

const OBJECTS: ReadonlySet<string> = new Set([
  "TextObject",
  "PathObject",
  "ImageObject",
  // Drawings that are used several times: what they show is a picture to us.
  "CompositeObject",
]);

/** The objects of a page that are seen, in the order in which they are drawn. */
function* objectsIn(node: Node): Generator<Node> {
  for (const child of node.children) {
    if (child.attributes["Visible"] === "false" || child.attributes["Alpha"] === "0") continue;
    if (OBJECTS.has(child.name)) yield child;
    else yield* objectsIn(child);
  }
}

function boundaryOf({ attributes }: Node, toPage: Matrix): Box {
  const [left = 0, top = 0, width = 0, height = 0] = numbersIn(attributes["Boundary"]);
  return mapBox(toPage, [left, top, left + width, top + height]);
}
