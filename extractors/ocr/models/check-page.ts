import { readFile } from "node:fs/promises";
import { decodePictures } from "../../raster/decode.js";
import { crop } from "../../raster/crop.js";
import type { Gray, PixelBox } from "../../raster/gray.js";
import { toGray } from "../../raster/to-gray.js";
import type { OcrEngine } from "../engine/engine.js";
import { CHECK_LINES } from "./check-lines.js";

/** A line of the check page, and what was read in its place. */
export interface CheckedLine {
  readonly printed: string;
  readonly read: string;
}

/** Reads the page that comes with the program, of which every character is known: what it read otherwise. */
export async function misread(engine: OcrEngine): Promise<readonly CheckedLine[]> {
  const read = await linesRead(engine);
  return Array.from({ length: Math.max(read.length, CHECK_LINES.length) }, (_, i) => ({
    printed: CHECK_LINES[i] ?? "",
    read: read[i] ?? "",
  })).filter(({ printed, read: text }) => plain(printed) !== plain(text));
}

async function linesRead(engine: OcrEngine): Promise<readonly string[]> {
  const page = await checkPage();
  const lines: string[] = [];
  for (const box of await engine.find(page)) lines.push(await lineRead(engine, page, box));
  return lines;
}

async function lineRead(engine: OcrEngine, page: Gray, box: PixelBox): Promise<string> {
  const characters = await engine.read(crop(page, box));
  return characters.map(({ text }) => text).join("");
}

/** No picture tells how wide a sign is, nor a blank. */
const plain = (text: string) => text.normalize("NFKC").replaceAll(/\s/gu, "");

async function checkPage(): Promise<Gray> {
  const bytes = await readFile(new URL("check-page.png", import.meta.url));
  for await (const picture of decodePictures(bytes)) return toGray(picture);
  throw new Error("The page by which models are checked has no picture.");
}
