import type { Gray } from "../../raster/gray.js";
import type { Model } from "./runtime.js";
import { scaled } from "./scaled.js";
import { floatAt } from "../../common/typed-arrays.js";

const NORM = { mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] } as const;
/** The size at which the network looks at a line; longer ones are looked at from their start. */
const [WIDTH, HEIGHT] = [192, 48];

/** Whether a page stands on its head, told by most of these lines of it. */
export async function isUpsideDown(lines: readonly Gray[], model: Model): Promise<boolean> {
  let votes = 0;
  for (const line of lines) votes += await upsideDown(line, model);
  return votes > lines.length / 2;
}

/** How likely a line stands on its head. */
async function upsideDown(line: Gray, model: Model): Promise<number> {
  const width = Math.min(line.width, Math.ceil((line.height * WIDTH) / HEIGHT));
  const wanted = {
    width: Math.min(WIDTH, Math.max(1, Math.round((width * HEIGHT) / line.height))),
    height: HEIGHT,
    norm: NORM,
  };
  const part = scaled(line, [0, 0, width, line.height], wanted);
  const input = new Float32Array(3 * HEIGHT * WIDTH);
  for (let row = 0; row < 3 * HEIGHT; row += 1)
    input.set(part.subarray(row * wanted.width, (row + 1) * wanted.width), row * WIDTH);
  const { values } = await model.run(input, [1, 3, HEIGHT, WIDTH]);
  return floatAt(values, 1);
}
