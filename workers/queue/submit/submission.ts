import { VERSION } from "../../../index.js";
import { prefetch } from "../../../pipeline/dataset/write/prefetch.js";
import { hasResult } from "../../store/documents.js";
import type { Store } from "../../store/store.js";
import { addDocuments } from "./add-documents.js";
import type { Parent } from "./add-documents.js";
import { GATE_HOLDS, gateOf, holdGate } from "../redis/submission-latch.js";
import { COMPILE_QUEUE, RETRIES } from "../redis/jobs.js";
import type { CompileJob, ReadTask } from "../redis/jobs.js";
import { standingOf } from "../redis/queues.js";
import type { Queues } from "../redis/queues.js";

/** A document that a dataset wants read. */
interface Wanted {
  readonly sha256: string;
  readonly file_name: string;
}

/** What is submitted: its documents stand in the store, and so do their names. */
export interface Submission {
  readonly dataset: string;
  /** What `writeNames` returned. */
  readonly id: string;
  readonly documents: readonly Wanted[];
  /** Read documents again whose result is stored. */
  readonly force: boolean;
}

export interface Submitted {
  /** The job that compiles the dataset when the last document ended. */
  readonly job: string;
  /** How many documents are to be read. */
  readonly queued: number;
  /** How many have a result already. */
  readonly stored: number;
  /** The same was submitted before and is being worked through. */
  readonly isPending: boolean;
}

/** How many documents are asked for at once: a bucket is far away. */
const ASKED = 32;

/**
 * Queues the documents of a submission that have no result yet, and the compiling of the dataset
 * after them. The same submission again goes on where the first was stopped.
 *
 * @throws StoreUnavailable
 */
export async function submit(
  queues: Queues,
  store: Store,
  submission: Submission,
): Promise<Submitted> {
  const { dataset, id, force } = submission;
  const documents = distinct(submission.documents);
  const tasks = await tasksOf(store, { ...submission, documents });
  const counts = { queued: tasks.length, stored: documents.length - tasks.length };
  const added = await addAll(queues, { dataset, name: `${dataset}.${id}`, force }, tasks);
  await hurryOthers(queues, dataset);
  return { job: added.id, ...counts, isPending: !added.isOpen };
}

/**
 * Adds documents under a new compile job, or one that was left open. Should another submission have
 * taken this one for abandoned and let its job run too early, it is made to run again after them.
 */
export async function addAll(
  queues: Queues,
  toOpen: ToOpen,
  tasks: readonly ReadTask[],
): Promise<Opened> {
  let parent = await openParent(queues, toOpen);
  while (parent.isOpen) {
    await addDocuments(queues, parent, tasks);
    if (await closeParent(queues, parent)) break;
    parent = await openParent(queues, { ...toOpen, force: true });
  }
  return parent;
}

function distinct(documents: readonly Wanted[]): readonly Wanted[] {
  const first = new Map<string, Wanted>();
  for (const each of documents) if (!first.has(each.sha256)) first.set(each.sha256, each);
  return [...first.values()];
}

async function tasksOf(
  store: Store,
  { documents, dataset, force }: Submission,
): Promise<readonly ReadTask[]> {
  const tasks: ReadTask[] = [];
  const asked = prefetch(
    documents,
    async ({ sha256, file_name }) =>
      !force && (await hasResult(store, sha256))
        ? undefined
        : taskOf({ sha256, file_name, dataset, version: VERSION, ...(force ? { force } : {}) }),
    { most: ASKED },
  );
  for await (const task of asked) if (task !== undefined) tasks.push(task);
  return tasks;
}

function taskOf(data: ReadTask["data"]): ReadTask {
  return { id: data.sha256, data };
}

interface Opened extends Parent {
  /** Whether documents can be added. */
  readonly isOpen: boolean;
}

interface ToOpen {
  readonly name: string;
  readonly dataset: string;
  readonly force: boolean;
  readonly round?: number;
}

/**
 * The compile job under a name, open for documents: a gate among its children keeps it waiting until
 * `closeParent`. One that was left open is found again; after one that ended a new one is made.
 * With `force` a new one is made after one that is closed but pending, too.
 */
export async function openParent(
  queues: Queues,
  { name, force, ...data }: ToOpen,
): Promise<Opened> {
  for (let run = 1; ; run += 1) {
    const id = run === 1 ? name : `${name}.${run}`;
    const keys = [queues.compile.toKey(id), queues.compile.toKey(gateOf(id))];
    const [parent, gate] = await standingOf(queues.redis, keys);
    if (parent?.exists !== true) await addParent(queues, id, { ...data, version: VERSION });
    if (parent?.exists !== true || gate?.exists === true) return { id, isOpen: true };
    if (parent.ended === undefined && !force) return { id, isOpen: false };
  }
}

async function addParent({ flows }: Queues, id: string, data: CompileJob): Promise<void> {
  await flows.add({
    name: "compile",
    queueName: COMPILE_QUEUE,
    data,
    opts: { ...RETRIES, jobId: id },
    children: [
      {
        name: "gate",
        queueName: COMPILE_QUEUE,
        data,
        opts: { jobId: gateOf(id), delay: GATE_HOLDS, removeOnComplete: true },
      },
    ],
  });
}

/**
 * All documents were added: the job runs when the last of them ended, at once where none is left, but
 * not before the pause is over. Returns whether nobody let it run before all were added.
 */
export async function closeParent(
  { compile, redis }: Queues,
  { id }: Parent,
  pause = 0,
): Promise<boolean> {
  const gate = gateOf(id);
  if ((await redis.eval(CLOSE, 2, compile.toKey(id), compile.toKey(gate))) !== 1) return false;
  if (pause > 0) await holdGate(compile, gate, pause);
  else await compile.remove(gate);
  return true;
}

/** All at once, since the same submission may be made twice at the same time. */
const CLOSE = `
if redis.call("HEXISTS", KEYS[1], "closed") == 1 then return 1 end
if redis.call("EXISTS", KEYS[2]) == 0 then return 0 end
redis.call("HSET", KEYS[1], "closed", "1")
return 1
`;

/** How long a submission that adds nothing more is waited for once its dataset is to be compiled. */
const ABANDONED_AFTER = 60_000;

/**
 * Lets the other compile jobs of a dataset run soon whose submission was stopped before it had added
 * all: what it had still to add is found when they run. One that is still adding keeps its job open.
 */
export async function hurryOthers({ compile }: Queues, dataset: string): Promise<void> {
  for (const gate of await compile.getDelayed())
    if (gate.name === "gate" && gate.data.dataset === dataset && gate.delay > ABANDONED_AFTER)
      await holdGate(compile, String(gate.id), ABANDONED_AFTER);
}
