import type { Page } from "../model/dataset.js";
import type { Drawing, DrawnPage, Printed } from "./sheet.js";

/** Opens a picture of a page for drawing. */
export async function openPicture(printed: Printed): Promise<Drawing> {
  const blob = typeof printed === "string" ? await blobAt(printed) : new Blob([printed]);
  const picture = await createImageBitmap(blob);
  return { draw: async (page, points) => drawPicture(picture, page, points) };
}

async function blobAt(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(await response.text());
  return response.blob();
}

function drawPicture(picture: ImageBitmap, page: Page, points: number): DrawnPage {
  const scale = pointsToThePixel(picture, page);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * points);
  canvas.height = Math.round(height * points);
  const context = canvas.getContext("2d");
  if (context !== null) {
    // Fine rules break where a picture is made smaller without it.
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  return { canvas, width, height };
}

/** A straightened page is larger than its picture; turned by quarters its sides change places. */
function pointsToThePixel(picture: ImageBitmap, { width, turned }: Page): number {
  const { quarters, degrees } = turned ?? { quarters: 0, degrees: 0 };
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  const isSideways = quarters % 2 === 1;
  const across = isSideways ? picture.height : picture.width;
  const down = isSideways ? picture.width : picture.height;
  return width / (across * Math.cos(angle) + down * Math.sin(angle));
}
