import type { Gray, PixelBox } from "./gray.js";

/** The boxes of the connected regions of pixels that are not 0, diagonals included, as they are met from the top. */
export function regions({ width, height, data }: Gray): PixelBox[] {
  const left = { width, height, data: data.slice() };
  const found: PixelBox[] = [];
  for (let start = 0; start < left.data.length; start += 1)
    if (left.data[start] !== 0) found.push(taken(start, left));
  return found;
}

/** Takes a region out of a picture; gives its box. */
function taken(start: number, from: Gray): PixelBox {
  const { width, height, data } = from;
  const stack = [start];
  data[start] = 0;
  let [l, t, r, b] = [width, height, 0, 0];
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    const y = Math.floor(i / width);
    const x = i - y * width;
    if (x < l) l = x;
    if (x >= r) r = x + 1;
    if (y < t) t = y;
    if (y >= b) b = y + 1;
    takeAround(x, y, { from, stack });
  }
  return [l, t, r, b];
}

function takeAround(x: number, y: number, { from, stack }: { from: Gray; stack: number[] }): void {
  const { width, height, data } = from;
  const last = Math.min(y + 1, height - 1) * width;
  for (let row = Math.max(y - 1, 0) * width; row <= last; row += width)
    for (let at = row + Math.max(x - 1, 0); at <= row + Math.min(x + 1, width - 1); at += 1) {
      if (data[at] === 0) continue;
      data[at] = 0;
      stack.push(at);
    }
}
