import type { Gray } from "../../raster/gray.js";
import type { ReadCharacter } from "../engine/engine.js";
import { decode } from "./decode.js";
import type { Model } from "./runtime.js";
import { scaled } from "./scaled.js";

const NORM = { mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] } as const;
/** The height, in pixels, at which lines are read. */
const HEIGHT = 48;
/** Narrower lines get room at their right, as the network was trained. */
const NARROWEST = 64;

/** Reads a line, by a network that says for each step along it which character stands there. */
export async function readLine(
  line: Gray,
  model: Model,
  characters: readonly string[],
): Promise<ReadCharacter[]> {
  const width = Math.max(1, Math.round((line.width * HEIGHT) / line.height));
  const size = { width, height: HEIGHT };
  const input = scaled(line, [0, 0, line.width, line.height], { ...size, norm: NORM });
  const roomy = Math.max(NARROWEST, width);
  const output = await model.run(widened(input, size, roomy), [1, 3, HEIGHT, roomy]);
  return decode(output, characters, (line.width * roomy) / width).filter(
    ({ left }) => left < line.width,
  );
}

function widened(input: Float32Array, size: { width: number; height: number }, to: number) {
  if (size.width === to) return input;
  const result = new Float32Array(3 * size.height * to);
  for (let row = 0; row < 3 * size.height; row += 1)
    result.set(input.subarray(row * size.width, (row + 1) * size.width), row * to);
  return result;
}
