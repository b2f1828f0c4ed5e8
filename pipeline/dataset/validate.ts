import * as z from "zod";
import { documentDataset } from "./dataset.js";
import { ToldError } from "../model/errors.js";
import type { DocumentDataset } from "./dataset.js";

const SHOWN = 3;

/**
 * A record does not fit its schema: a bug of the program, not of the document. It stops this
 * document; the message names the first records and columns at fault.
 */
export class InvalidRecord extends ToldError {
  override readonly name = "InvalidRecord";
}

/**
 * The dataset, proven to fit its schema.
 *
 * @throws InvalidRecord
 */
export function validate(dataset: unknown): DocumentDataset {
  const result = documentDataset.safeParse(dataset);
  if (result.success) return result.data;
  const found = faults(result.error);
  throw new InvalidRecord(
    { en: found, zh: `记录不符合规定的格式：${found}` },
    { cause: result.error },
  );
}

function faults(error: z.ZodError): string {
  const shown = error.issues
    .slice(0, SHOWN)
    .map((issue) => `${z.core.toDotPath(issue.path)}: ${issue.message}`);
  const more = error.issues.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}
