import type { Gray, PixelBox } from "./gray.js";

/** The boxes of the connected regions of pixels that are not 0, diagonals included, as they are met from the top. */
export function regions({ width, height, data }: Gray): PixelBox[] {
  const left = data.slice();
  const stack: number[] = [];
  const found: PixelBox[] = [];
  for (let start = 0; start < left.length; start += 1) {
    if (left[start] === 0) continue;
    left[start] = 0;
    stack.push(start);
    let [l, t, r, b] = [width, height, 0, 0];
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      const y = Math.floor(i / width);
      const x = i - y * width;
      if (x < l) l = x;
      if (x >= r) r = x + 1;
      if (y < t) t = y;
      if (y >= b) b = y + 1;
      const last = Math.min(y + 1, height - 1) * width;
      for (let row = Math.max(y - 1, 0) * width; row <= last; row += width)
        for (let at = row + Math.max(x - 1, 0); at <= row + Math.min(x + 1, width - 1); at += 1)
          if (left[at] !== 0) {
            left[at] = 0;
            stack.push(at);
          }
    }
    found.push([l, t, r, b]);
  }
  return found;
}
