import { Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { languageOf } from "../../cli/terminal/language.js";
import { runCli } from "../../cli/program.js";
import type { Wiring } from "../../cli/terminal/wiring.js";
import { extractPlanned } from "../../index.js";
import { built } from "../build.js";
import { invented } from "../invented.js";

/** What a command printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The module of a reader with the invented reader. */
export const reader = pathToFileURL(built("test/invented-reader.js"));

/** What reads documents: in this process, and in others. */
export type Reading = Pick<Wiring, "extract" | "reader">;

/** Reads as the program does. */
export const real: Reading = {
  extract: extractPlanned,
  reader: pathToFileURL(built("workers/pool/reader.js")),
};

/** Runs a command line, with an invented reader where no other is given. */
export async function run(
  args: readonly string[],
  reading: Reading = { extract: invented, reader },
): Promise<Ran> {
  const stdout = collector();
  const stderr = collector();
  const terminal = {
    stdout: stdout.stream,
    stderr: stderr.stream,
    interactive: false,
    language: languageOf(args, {}),
  };
  const code = await runCli(args, { ...reading, terminal });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

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
