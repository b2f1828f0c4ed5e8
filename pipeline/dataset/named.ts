import * as z from "zod";
import { UNREADABLE_CODES } from "../model/error-codes.js";
import { UnreadableSource } from "../model/errors.js";
import { documents } from "../model/records/documents.js";
import { origins } from "../model/records/origins.js";
import { hashedSource } from "./source.js";
import type { Source } from "./source.js";

const { path, origin, issuer, region, note } = origins.record.shape;

const named = documents.record
  .pick({
    document_id: true,
    file_name: true,
    source_url: true,
    sha256: true,
    bytes: true,
    retrieved_at: true,
  })
  .extend({
    // Older programs wrote none of these.
    path: path.optional(),
    origin: origin.optional(),
    issuer: issuer.optional(),
    region: region.optional(),
    note: note.optional(),
    failure: z
      .strictObject({
        code: z.enum(UNREADABLE_CODES),
        message: z.string(),
        /** Older programs wrote the English message alone. */
        message_zh: z.string().optional(),
      })
      .optional(),
  });

/**
 * A name that a document has in a dataset, kept apart from what is made of its bytes: where they were
 * found, and when. `failure` says why nothing is made of them, where that was known when they were found.
 */
export interface Named extends Source {
  readonly failure?: NonNullable<z.infer<typeof named>["failure"]>;
}

/** The name without the reason why nothing is made of it. */
export function sourceNamed({ failure: _failure, ...source }: Named): Source {
  return source;
}

/** Why nothing is made of the bytes; undefined where something is. */
export function failureOf({ failure }: Named): UnreadableSource | undefined {
  if (failure === undefined) return undefined;
  const { code, message: en, message_zh: zh = en } = failure;
  return new UnreadableSource(code, { en, zh });
}

/**
 * A name as one line of JSON, without its line end: the same text for the same name.
 *
 * @throws z.ZodError where it is none
 */
export function printNamed(name: Named): string {
  return JSON.stringify(named.parse(name));
}

/**
 * The name in such a line.
 *
 * @throws z.ZodError or SyntaxError where there is none
 */
export function parseNamed(line: string): Named {
  const { failure, document_id, file_name, sha256, bytes, ...found } = named.parse(
    JSON.parse(line),
  );
  const known = Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined),
  );
  const source = { ...hashedSource({ sha256, bytes }, file_name, known), document_id };
  return failure === undefined ? source : { ...source, failure };
}
