import type { Gray, PixelBox } from "./gray.js";

/** The boxes of the connected regions of pixels that are not 0, diagonals included, as they are met from the top. */
export function regions({ width, height, data }: Gray): PixelBox[] {
  const seen = new Uint8Array(data.length);
  const stack: number[] = [];
  const found: PixelBox[] = [];
  const visit = (x: number, y: number): void => {
    const i = y * width + x;
    if (data[i] === 0 || seen[i] === 1) return;
    seen[i] = 1;
    stack.push(i);
  };
  for (let start = 0; start < data.length; start += 1) {
    if (data[start] === 0 || seen[start] === 1) continue;
    visit(start % width, Math.floor(start / width));
    let [left, top, right, bottom] = [width, height, 0, 0];
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      const [x, y] = [i % width, Math.floor(i / width)];
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1)
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) visit(nx, ny);
    }
    found.push([left, top, right, bottom]);
  }
  return found;
}
