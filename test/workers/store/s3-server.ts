import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ENTRY = join(import.meta.dirname, "serve-s3.mjs");

/** The only account that the server knows. */
const S3_KEY = "S3RVER";

/** A process that answers as S3 does, on a loopback port. */
export interface S3Server {
  /** As `--store` takes it; with its key and secret. */
  readonly url: string;
  /** Its own address: `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  readonly port: number;
  readonly bucket: string;
  /** Where it keeps what it is given. */
  readonly folder: string;
  /** Ends the process and removes its folder, unless the folder was given. */
  readonly stop: () => Promise<void>;
  /** Ends the process; its folder stays for `restart`. */
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Starts it again on the same port, with what stands in its folder. */
  readonly restart: () => Promise<void>;
}

export interface S3ServerOptions {
  readonly bucket?: string;
  /** A temporary one where none is given. */
  readonly folder?: string;
}

/** Starts an S3 server with one bucket and waits until it answers. */
export async function startS3Server(options: S3ServerOptions = {}): Promise<S3Server> {
  const { bucket = "gongkai" } = options;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "gongkai-s3-"));
  let running = await serve(0, folder, bucket);
  const { port } = running;
  const endpoint = `http://127.0.0.1:${port}`;
  const kill = (signal: NodeJS.Signals) => end(running.child, signal);
  return {
    url: s3Url(bucket, endpoint),
    endpoint,
    port,
    bucket,
    folder,
    kill,
    stop: async () => {
      await kill("SIGKILL");
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
    restart: async () => {
      running = await serve(port, folder, bucket);
    },
  };
}

/** The address of a store in a bucket of such a server, with its key and secret. */
export function s3Url(bucket: string, endpoint: string): string {
  return `s3://${S3_KEY}:${S3_KEY}@${bucket}?endpoint=${endpoint}&region=us-east-1`;
}

async function serve(port: number, folder: string, bucket: string) {
  // Its tokens for the next page of a list are enciphered by DES, which OpenSSL has set aside.
  const args = ["--openssl-legacy-provider", ENTRY, String(port), folder, bucket];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const said = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  const answers = Number(String(said[0]).trim());
  if (child.exitCode !== null || !Number.isInteger(answers))
    throw new Error(`the S3 server did not start: ${String(said[0])}`);
  return { child, port: answers };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}
