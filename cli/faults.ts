import { CommanderError } from "commander";
import { OcrUnavailable, UnreadableDataset } from "../index.js";
import { LostDocuments } from "../pipeline/dataset/output.js";
import { LostFolder } from "../workers/local/folder-lock.js";
import { ForeignDocuments } from "../workers/dataset/compile.js";
import { NoSuchDataset, UnusableDatasetName } from "../workers/dataset/datasets.js";
import {
  NoSuchFailure,
  RedisRefuses,
  RedisUnavailable,
  UnsuitableRedis,
} from "../workers/queue/errors.js";
import { ReaderNotStarted } from "../workers/pool/readers.js";
import { DamagedStore, NoSuchStore, StoreUnavailable } from "../workers/store/store.js";
import { UnwritableScratch } from "../workers/web/errors.js";
import { UnwritableFolder } from "./output-folder.js";
import { UsageError } from "./terminal.js";
import type { ExitCode, Terminal } from "./terminal.js";

/** The command was called wrongly. */
const WRONG_USAGE = [
  UsageError,
  OcrUnavailable,
  UnusableDatasetName,
  NoSuchDataset,
  ForeignDocuments,
];

/** What the person can do something about: the message says what. */
const FAULTS = [
  LostFolder,
  LostDocuments,
  UnwritableFolder,
  UnreadableDataset,
  RedisRefuses,
  RedisUnavailable,
  UnsuitableRedis,
  NoSuchFailure,
  ReaderNotStarted,
  StoreUnavailable,
  DamagedStore,
  NoSuchStore,
  UnwritableScratch,
];

/** The exit code of what a command threw, told in a line; anything else is thrown again. */
export function exitCodeOf(error: unknown, { stderr }: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const isWrongUsage = WRONG_USAGE.some((each) => error instanceof each);
  if (!isWrongUsage && !FAULTS.some((each) => error instanceof each)) throw error;
  stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
  return isWrongUsage ? 2 : 1;
}
