import type { DocumentDataset } from "../dataset.js";
import { AFTER_HEAD, printDataset, printJson } from "../json.js";

/**
 * The JSON of a dataset that differs from one already printed in its names alone: the same bytes as
 * `printDataset` gives, in a fraction of the time.
 */
export function reprint(dataset: DocumentDataset, printed: Uint8Array): Uint8Array {
  const whole = Buffer.from(printed.buffer, printed.byteOffset, printed.length);
  const rest = whole.indexOf(AFTER_HEAD);
  if (rest < 0) return printDataset(dataset);
  return Buffer.concat([Buffer.from(printHead(dataset)), whole.subarray(rest)]);
}

function printHead({ schema, made_by, document, origins }: DocumentDataset): string {
  // A list of objects makes it take several lines, as the whole does.
  const lines = printJson({ schema, made_by, document, origins, cells: [{}] });
  return lines.slice(0, lines.indexOf(AFTER_HEAD));
}
