// Draws the page by which OCR models are checked: `node scripts/draw-check-page.mjs FONT.ttf`, FONT being
// Droid Sans Fallback, with Liberation Sans for figures and signs, as the committed page has them.
import { writeFileSync } from "node:fs";
import { GlobalFonts, createCanvas } from "@napi-rs/canvas";
import { CHECK_LINES } from "../dist/extractors/ocr/models/check-lines.js";

const [, , font] = process.argv;
const figures = "node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf";
if (font === undefined || !GlobalFonts.registerFromPath(font, "Characters"))
  throw new Error("Name a font that has Chinese characters.");
GlobalFonts.registerFromPath(figures, "Figures");
const [SIZE, STEP, MARGIN, WIDTH] = [30, 64, 60, 900];
const canvas = createCanvas(WIDTH, CHECK_LINES.length * STEP + 2 * MARGIN);
const page = canvas.getContext("2d");
page.fillStyle = "white";
page.fillRect(0, 0, canvas.width, canvas.height);
page.fillStyle = "black";
page.font = `${SIZE}px Figures, Characters`;
for (const [i, line] of CHECK_LINES.entries())
  page.fillText(line, MARGIN, MARGIN + SIZE + i * STEP);
writeFileSync("extractors/ocr/models/check-page.png", canvas.toBuffer("image/png"));
