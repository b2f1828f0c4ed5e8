import type { Picture } from "../../extractors/raster/gray.js";
import type { Seeded } from "./seeded.js";
import { opened, pictureOf } from "./spoil.js";

/** Of an official seal, in millimetres. */
const DIAMETER = 42;

/** With a round red seal over text: of some places, the one with the most ink. */
export function stamped(picture: Picture, seed: Seeded): Promise<Picture> {
  const size = Math.round((DIAMETER / 25.4) * (picture.dpi ?? 200));
  const places = Array.from({ length: 8 }, () => ({
    left: Math.round((picture.width - size) * seed.even()),
    top: Math.round((picture.height - size) * seed.even()),
  }));
  const inked = places.map((place) => ({ ...place, ink: inkIn(picture, { ...place, size }) }));
  const [{ left, top } = { left: 0, top: 0 }] = inked.sort((a, b) => b.ink - a.ink);
  const input = Buffer.from(seal(size, seed.even() * 20 - 10));
  const image = opened(picture).composite([{ input, left, top, blend: "multiply" }]);
  return pictureOf(image, picture.dpi);
}

interface Square {
  readonly left: number;
  readonly top: number;
  readonly size: number;
}

function inkIn({ width, data }: Picture, { left, top, size }: Square): number {
  let ink = 0;
  for (let y = top; y < top + size; y += 1)
    for (let x = left; x < left + size; x += 1)
      if ((data[(y * width + x) * 3] ?? 255) < 128) ink += 1;
  return ink;
}

/** A ring, a star in it, and strokes along the ring where a real seal has the issuer's name. */
function seal(size: number, turn: number): string {
  const strokes = Array.from({ length: 13 }, (_, i) => nameStrokes(-120 + i * 20)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-50 -50 100 100">
    <g transform="rotate(${turn})" fill="#d8262c" stroke="none" opacity="0.85">
      <circle r="47.5" fill="none" stroke="#d8262c" stroke-width="3"/>
      <polygon points="${star(14)}"/>${strokes}
    </g></svg>`;
}

function nameStrokes(degrees: number): string {
  const strokes = ["-4,-42 8,2", "-4,-37 8,2", "-1,-43 2,11", "-4,-33 3,2", "2,-33 3,2"];
  const rectangles = strokes.map((stroke) => {
    const [at = "", size = ""] = stroke.split(" ");
    const [x = "", y = ""] = at.split(",");
    const [width = "", height = ""] = size.split(",");
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`;
  });
  return `<g transform="rotate(${degrees})">${rectangles.join("")}</g>`;
}

function star(radius: number): string {
  const points = Array.from({ length: 10 }, (_, i) => {
    const far = i % 2 === 0 ? radius : radius * 0.38;
    const angle = (Math.PI * i) / 5;
    return `${(far * Math.sin(angle)).toFixed(2)},${(-far * Math.cos(angle)).toFixed(2)}`;
  });
  return points.join(" ");
}
