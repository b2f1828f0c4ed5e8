import { Writable } from "node:stream";
import { runCli } from "../../cli/program.js";
import type { Extract } from "../../cli/read-input.js";
import { sourceOf } from "../../pipeline/dataset/source.js";
import { UnreadableSource } from "../../pipeline/errors.js";
import { dataset } from "../pipeline/dataset/make-dataset.js";

/** What a command printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line with an invented reader in place of the real one. */
export async function run(args: readonly string[], extract: Extract = invented): Promise<Ran> {
  const stdout = collector();
  const stderr = collector();
  const terminal = { stdout: stdout.stream, stderr: stderr.stream, interactive: false };
  const code = await runCli(args, { extract, terminal });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** Reads any file but those that begin with `PK` (refused) or `!` (a fault of the program). */
export const invented: Extract = async ({ bytes, fileName }) => {
  const text = new TextDecoder().decode(bytes);
  if (text.startsWith("PK"))
    throw new UnreadableSource("unsupported_format", "workbooks are not read");
  if (text.startsWith("!")) throw new TypeError("a fault of the program");
  return dataset(text, { source: sourceOf(bytes, fileName) });
};

/** A stream that keeps what is written to it. */
export function collector(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString("utf8") };
}
