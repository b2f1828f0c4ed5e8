import type { Command } from "commander";
import { datasetName } from "../workers/dataset/datasets.js";
import type { Bilingual } from "../pipeline/finding.js";
import type { Queues } from "../workers/queue/queues.js";
import type { Input as Submittable, SubmittedSources } from "../workers/queue/submit-sources.js";
import { MEGABYTE } from "../workers/web/receive.js";
import { openStore, storeFolder } from "../workers/store/open-store.js";
import type { Store } from "../workers/store/store.js";
import { findInputs } from "./inputs.js";
import { queueing, redisOption, storeOption, withQueues } from "./queue-options.js";
import { atLeastOne } from "./reading-options.js";
import type { ExitCode, Terminal } from "./terminal.js";
import { number } from "./text-table.js";
import type { Wiring } from "./wiring.js";

interface SubmitOptions {
  readonly paths: readonly string[];
  readonly redis: string;
  readonly store: string;
  readonly dataset: string;
  readonly force: boolean;
  readonly wait: boolean;
  readonly maxSize: number;
  readonly allowPrivate: boolean;
}

/** Megabytes: a disclosure has less than one on average. */
const MAX_SIZE = 512;

/** `gongkai submit PATH|URL...`: hands documents to the workers. */
export function addSubmit(program: Command, { terminal, end }: Wiring): void {
  program
    .command("submit")
    .description("Put documents into the store and the queue, for workers to read.")
    .argument("<path|url...>", "files, folders, globs, or addresses beginning with http")
    .addOption(redisOption())
    .addOption(storeOption())
    .option("--dataset <name>", "the dataset that the documents are added to", "default")
    .option("--force", "read documents again whose result is stored", false)
    .option("--wait", "wait until the dataset is compiled", false)
    .option(
      "--max-size <megabytes>",
      "the largest document that is fetched from an address",
      atLeastOne,
      MAX_SIZE,
    )
    .option("--allow-private", "fetch from this machine and private networks too", false)
    .addHelpText("after", EXAMPLES)
    .action(async (paths: string[], options: Omit<SubmitOptions, "paths">) => {
      end(await runSubmit({ paths, ...options }, terminal));
    });
}

async function runSubmit(options: SubmitOptions, terminal: Terminal): Promise<ExitCode> {
  datasetName(options.dataset);
  const inputs = await inputsOf(options);
  const { submitSources } = await queueing();
  return withQueues(options.redis, terminal, async (queues) => {
    const onFailure = (name: string, reason: Bilingual<string>) =>
      terminal.stderr.write(`${name}: ${reason.en}\n`);
    const onStored = (count: number) => tellStored(count, inputs.length, terminal);
    const told = { onFailure, onStored };
    const mostBytes = options.maxSize * MEGABYTE;
    const submitted = await withStore(options.store, (store) =>
      submitSources({ ...options, inputs, queues, store, mostBytes, ...told }),
    );
    terminal.stdout.write(submittedText(submitted, options.dataset));
    const { job } = submitted;
    const isCompiled = options.wait && job !== undefined ? await wait(queues, job, terminal) : true;
    return isCompiled && submitted.failed === 0 ? 0 : 1;
  });
}

async function withStore<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function inputsOf({ paths, store }: SubmitOptions): Promise<readonly Submittable[]> {
  const urls = paths.filter(isUrl).map((url) => ({ url }));
  const files = paths.filter((path) => !isUrl(path));
  return [...urls, ...(files.length === 0 ? [] : await findInputs(files, storeFolder(store)))];
}

function isUrl(path: string): boolean {
  return /^https?:\/\//iu.test(path) && URL.canParse(path);
}

const TOLD_EVERY = 1_000;

function tellStored(count: number, all: number, { stderr }: Terminal): void {
  if (count % TOLD_EVERY === 0)
    stderr.write(`${number(count)} of ${number(all)} documents are in the store\n`);
}

function submittedText(
  { job, queued, stored, failed, isPending }: SubmittedSources,
  dataset: string,
) {
  if (job === undefined) return "Nothing was submitted.\n";
  const counts = [
    `${number(queued)} documents to read`,
    ...(stored > 0 ? [`${number(stored)} read before`] : []),
    ...(failed > 0 ? [`${number(failed)} that cannot be fetched`] : []),
  ];
  const end = isPending
    ? `The same was submitted before and is being worked through, as job ${job}.`
    : `Job ${job} compiles it when they are read.`;
  return `Dataset ${dataset}: ${counts.join(", ")}.\n${end}\n`;
}

async function wait(queues: Queues, job: string, { stdout, stderr }: Terminal): Promise<boolean> {
  const onProgress = (left: number) =>
    stderr.write(left === 0 ? "compiling\n" : `${number(left)} documents left\n`);
  const { waitForCompiled } = await queueing();
  const end = await waitForCompiled(queues, job, onProgress);
  if ("reason" in end) {
    stderr.write(`The dataset was not compiled: ${end.reason.en}\n`);
    return false;
  }
  const { documents, ok, partial, failed, missing } = end.compiled;
  const read = `${number(ok)} ok, ${number(partial)} partial, ${number(failed)} failed`;
  const without = missing === 0 ? "" : `, ${number(missing)} of them without a result`;
  stdout.write(`Compiled: ${number(documents)} documents, ${read}${without}.\n`);
  return failed === 0;
}

const EXAMPLES = `
Examples:
  gongkai submit disclosures --dataset hebei-2023 --store file:///srv/gongkai
  gongkai submit https://www.example.gov.cn/budget.pdf --store s3://bucket --wait

What is fetched stands in the temporary folder (TMPDIR) until it is in the store. Addresses of this
machine and of private networks are refused without --allow-private, also where they are redirected to.
The same again does the work once; a submission that was interrupted goes on.
GONGKAI_REDIS and GONGKAI_STORE stand in for --redis and --store.

Exit codes:
  0  everything was submitted; with --wait, every document was read
  1  a document cannot be opened or fetched, is refused (--max-size, --allow-private), or failed
     with --wait; the others go on. Or Redis or the store cannot be used
  2  wrong usage
`;
