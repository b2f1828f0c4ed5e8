import { z } from "zod";
import { UnreadableSource } from "../model/errors.js";
import { documents } from "../model/records/documents.js";
import type { Source } from "./source.js";

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
    failure: z
      .strictObject({
        code: z.enum(["empty", "not_found", "too_large"]),
        message: z.string(),
        /** Older programs wrote the English message alone. */
        message_zh: z.string().optional(),
      })
      .optional(),
  });

/**
 * A name that a document has in a dataset, kept apart from what is made of its bytes: where they were
 * found, and when. `failure` says why there are none, where the name led to no bytes.
 */
export type Named = z.infer<typeof named>;

/** The name without the reason why there are no bytes. */
export function sourceNamed(name: Named): Source {
  const { document_id, file_name, source_url, sha256, bytes, retrieved_at } = name;
  return { document_id, file_name, source_url, sha256, bytes, retrieved_at };
}

/** Why there are no bytes; undefined where there are. */
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
  return named.parse(JSON.parse(line));
}
