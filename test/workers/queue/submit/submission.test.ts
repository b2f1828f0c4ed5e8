import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { VERSION, sourceOf } from "../../../../index.js";
import { writeNames } from "../../../../workers/dataset/names.js";
import { waitForCompiled } from "../../../../workers/queue/compile/wait.js";
import { addDocuments } from "../../../../workers/queue/submit/add-documents.js";
import { openSubmission } from "../../../../workers/queue/redis/open-submissions.js";
import { addAwaited, countAwaited } from "../../../../workers/queue/redis/awaited.js";
import { openQueues } from "../../../../workers/queue/redis/queues.js";
import type { Queues } from "../../../../workers/queue/redis/queues.js";
import { readStatus } from "../../../../workers/queue/status.js";
import { addAll, submit } from "../../../../workers/queue/submit/submission.js";
import type { Submission } from "../../../../workers/queue/submit/submission.js";
import { putSource } from "../../../../workers/store/documents.js";
import { openStore } from "../../../../workers/store/open-store.js";
import type { Store } from "../../../../workers/store/store.js";
import { temporaryFolder } from "../../../cli/temporary-folder.js";
import { hasRedis, startRedis } from "../../redis-server.js";
import type { RedisServer } from "../../redis-server.js";
import { endAll, readIn, start, startWorker, waitFor } from "../processes.js";
import type { Surroundings, WorkerProcess } from "../processes.js";

const { at, write } = temporaryFolder();

const PATIENT = { timeout: 10_000 };

const isEnd = ({ event }: { readonly event: string }) => /^(?:finished|failed)$/u.test(event);

const tasksOf = ({ dataset, documents }: Submission) =>
  documents.map(({ sha256, file_name }) => ({
    id: sha256,
    data: { sha256, file_name, dataset, version: VERSION },
  }));

/** Waits until a worker is done with so many documents. */
async function ended(worker: WorkerProcess, count: number): Promise<void> {
  await expect.poll(() => worker.events().filter(isEnd), PATIENT).toHaveLength(count);
}

describe.skipIf(!hasRedis)("a submission", () => {
  let redis: RedisServer;
  let queues: Queues;
  let store: Store;
  let here: Surroundings;
  beforeEach(async () => {
    redis = await startRedis();
    here = { redis: redis.url, store: at("store"), reads: at("reads") };
    queues = await openQueues({ url: redis.url, events: { lost: () => {}, back: () => {} } });
    store = await openStore(at("store"));
  });
  afterEach(async () => {
    await endAll();
    await queues.close();
    await store.close();
    await redis.stop();
  });

  /** Documents with their names in the store. */
  async function stored(dataset: string, texts: readonly string[]) {
    const bytes = texts.map((text) => new TextEncoder().encode(text));
    const sources = bytes.map((each, index) => sourceOf(each, `${index}.txt`));
    for (const [index, { sha256 }] of sources.entries())
      await putSource(store, bytes[index] ?? new Uint8Array(), sha256);
    const id = await writeNames(store, dataset, sources);
    return { dataset, id, documents: sources, force: false };
  }

  const compiled = (job: string) =>
    waitFor(
      `the end of ${job}`,
      async () => (await queues.compile.getJob(job))?.returnvalue ?? undefined,
    );

  const TEXTS = ["one", "two", "three", "PK four"];

  /** What a submission that was stopped half-way leaves: some of its documents are queued. */
  async function stopped(submission: Submission, queued: number): Promise<string> {
    const job = `${submission.dataset}.${submission.id}`;
    await openSubmission(queues, { job, dataset: submission.dataset });
    await addDocuments(queues, job, tasksOf(submission).slice(0, queued));
    return job;
  }

  test("that was stopped half-way is told of, and goes on when made again", async () => {
    const submission = await stored("half", TEXTS);
    const job = await stopped(submission, 2);
    const worker = startWorker(here);
    await worker.until("finished", 2);
    const pending = { dataset: "half", job, is_being_submitted: true, documents: 0 };
    await expect.poll(async () => (await readStatus(queues)).pending, PATIENT).toEqual([pending]);
    const submitted = await submit(queues, store, submission);
    expect(submitted).toEqual({ job, queued: 2, stored: 2, isPending: false });
    expect(await compiled(job)).toMatchObject({ documents: 4, ok: 3, failed: 1, missing: 0 });
    expect(readIn(at("reads"))).toHaveLength(4);
    expect((await readStatus(queues)).pending).toEqual([]);
  });

  test("counts its dataset as waiting while its job looks whether all was read", async () => {
    const { job } = await submit(queues, store, await stored("slow", ["~3000 slow"]));
    startWorker(here);
    await waitFor("a look", async () =>
      (await queues.compile.getDelayedCount()) === 1 ? true : undefined,
    );
    const { datasets, pending } = await readStatus(queues);
    expect(datasets).toEqual({ waiting: 1, active: 0, delayed: 0, failed: 0, completed: 0 });
    expect(pending).toEqual([{ dataset: "slow", job, is_being_submitted: false, documents: 1 }]);
    expect(await compiled(job)).toMatchObject({ documents: 1, ok: 1 });
    expect(await queues.compile.getJob(job)).toMatchObject({ attemptsMade: 1 });
  });

  test("that was stopped half-way is completed by the next of its dataset, from the store", async () => {
    const left = await stopped(await stored("left", TEXTS.slice(0, 2)), 1);
    const more = await stored("left", TEXTS.slice(2));
    const { job, queued } = await submit(queues, store, more);
    expect(queued).toBe(2);
    const worker = startWorker(here);
    expect(await compiled(job)).toMatchObject({ documents: 4, ok: 3, failed: 1, missing: 0 });
    expect(readIn(at("reads"))).toHaveLength(4);
    expect(await worker.until("incomplete")).toMatchObject({ incomplete: 1, job });
    expect(await queues.compile.getJob(left)).toBeUndefined();
    expect((await readStatus(queues)).pending).toEqual([]);
  });

  test("whose dataset another one compiles meanwhile goes on, and has it compiled again", async () => {
    const busy = await stored("busy", TEXTS.slice(0, 2));
    const left = await stopped(busy, 1);
    const { job } = await submit(queues, store, await stored("busy", TEXTS.slice(2)));
    startWorker(here);
    await compiled(job);
    await addAll(queues, { job: left, dataset: "busy" }, tasksOf(busy));
    expect(await compiled(left)).toMatchObject({ documents: 4, ok: 3, failed: 1 });
    expect(readIn(at("reads"))).toHaveLength(4);
  });

  test("whose compile job ran before all was added has another after it", async () => {
    const submission = await stored("early", TEXTS.slice(0, 2));
    const early = { job: `early.${submission.id}`, dataset: "early" };
    startWorker(here);
    expect(await addAll(queues, early, [])).toBe(early.job);
    expect(await compiled(early.job)).toMatchObject({ documents: 2, ok: 2 });
    await Promise.all([queues.read.pause(), queues.compile.pause()]);
    const anew = tasksOf(submission).map(({ id, data }) => ({
      id,
      data: { ...data, force: true as const },
    }));
    const next = await addAll(queues, early, anew);
    expect([next, await countAwaited(queues, next)]).toEqual([`${early.job}.2`, 2]);
    expect(await addAll(queues, { ...early, job: next }, [])).toBe(next);
    await Promise.all([queues.read.resume(), queues.compile.resume()]);
    expect(await compiled(next)).toMatchObject({ documents: 2, ok: 2 });
    expect(readIn(at("reads"))).toHaveLength(4);
  });

  test.each([2, 4])(
    "after Redis was emptied when %i of 4 were read, and none compiled, reads only the others",
    async (read) => {
      const submission = await stored("emptied", TEXTS);
      await stopped(submission, read);
      const worker = startWorker(here);
      await ended(worker, read);
      await queues.redis.flushall();
      const { job, queued } = await submit(queues, store, submission);
      expect([queued, await queues.compile.getGlobalConcurrency()]).toEqual([4 - read, 1]);
      expect(await compiled(job)).toMatchObject({ documents: 4, ok: 3, failed: 1, missing: 0 });
      expect(readIn(at("reads"))).toHaveLength(4);
    },
  );

  test("whose worker is killed before it counted off what it read is compiled by another", async () => {
    await queues.compile.pause();
    const submission = await stored("uncounted", TEXTS);
    const { job } = await submit(queues, store, submission);
    const worker = startWorker(here);
    await ended(worker, 4);
    await worker.end("SIGKILL");
    await addAwaited(
      queues,
      job,
      submission.documents.map(({ sha256 }) => sha256),
    );
    await queues.compile.resume();
    startWorker(here);
    expect(await compiled(job)).toMatchObject({ documents: 4, ok: 3, failed: 1, missing: 0 });
    expect(readIn(at("reads"))).toHaveLength(4);
  });

  test("whose last documents two workers end at once is compiled once", async () => {
    const texts = ["~1000 one", "~1000 two"];
    const { job } = await submit(queues, store, await stored("race", texts));
    const workers = [startWorker(here), startWorker(here)];
    expect(await compiled(job)).toMatchObject({ documents: 2, ok: 2, missing: 0 });
    const all = workers.flatMap(({ events }) => events());
    expect(all.filter(({ event }) => event === "compiled")).toHaveLength(1);
    expect(readIn(at("reads"))).toHaveLength(2);
  });

  test("in parts is compiled once, and who waits for any of them is told of the whole", async () => {
    const jobs: string[] = [];
    for (const text of ["~1500 one", "two", "three"])
      jobs.push((await submit(queues, store, await stored("parts", [text]))).job);
    const worker = startWorker(here);
    const ends = jobs.map((job) => waitForCompiled(queues, job, () => undefined));
    const whole = { compiled: { documents: 3, ok: 3, partial: 0, failed: 0, missing: 0 } };
    expect(await Promise.all(ends)).toEqual([whole, whole, whole]);
    expect(worker.events().filter(({ event }) => event === "compiled")).toHaveLength(1);
  });

  test("made many times at once is worked through once", async () => {
    const submission = await stored("twice", TEXTS);
    const made = await Promise.all(
      Array.from({ length: 40 }, () => submit(queues, store, submission)),
    );
    const jobs = [...new Set(made.map(({ job }) => job))];
    expect(jobs).toHaveLength(1);
    startWorker(here);
    expect(await compiled(jobs[0] ?? "")).toMatchObject({ documents: 4, missing: 0 });
    expect(readIn(at("reads"))).toHaveLength(4);
  });

  test("made while workers fail its documents never waits for ever", async () => {
    const poor = Array.from({ length: 60 }, (_, index) => `PK ${index}`);
    const submission = await stored("poor", poor);
    startWorker(here);
    const { job } = await submit(queues, store, submission);
    await submit(queues, store, submission);
    expect(await compiled(job)).toMatchObject({ documents: 60, failed: 60, missing: 0 });
    expect(await queues.read.getFailedCount()).toBe(60);
  });

  test("with --force reads again what another dataset holds that waits for its turn to be compiled", async () => {
    const submission = await stored("first", TEXTS);
    await queues.compile.pause();
    const worker = startWorker(here);
    const first = await submit(queues, store, submission);
    await worker.until("finished", 3);
    await worker.until("failed");
    await queues.read.pause();
    const forced = { ...(await stored("second", TEXTS)), force: true };
    const second = await submit(queues, store, forced);
    await queues.compile.resume();
    expect(await compiled(first.job)).toMatchObject({ documents: 4, missing: 0 });
    await queues.read.resume();
    expect(await compiled(second.job)).toMatchObject({ documents: 4, missing: 0 });
    expect(readIn(at("reads"))).toHaveLength(8);
  });

  test("reads again what was read and then lost from the store", async () => {
    const submission = await stored("lost", TEXTS);
    const worker = startWorker(here);
    const first = await submit(queues, store, submission);
    await compiled(first.job);
    for await (const key of store.list("results/")) await store.remove(key);
    const second = await submit(queues, store, submission);
    expect(second.job).not.toBe(first.job);
    expect(await compiled(second.job)).toMatchObject({ documents: 4, missing: 0 });
    expect(readIn(at("reads"))).toHaveLength(8);
    await worker.end("SIGTERM");
    expect(await queues.read.getJobCountByTypes("waiting", "active", "delayed")).toBe(0);
  });

  test("waits for documents of earlier ones that were lost, as after an upgrade", async () => {
    const worker = startWorker(here);
    const first = await submit(queues, store, await stored("grown", TEXTS.slice(0, 3)));
    await compiled(first.job);
    for await (const key of store.list("results/")) await store.remove(key);
    await write("more/5.txt", "five");
    const args = ["submit", at("more"), "--dataset", "grown", "--wait"];
    const { code, stdout } = await start(args, here).ended;
    expect([code, stdout]).toEqual([0, expect.stringMatching(/4 documents, 4 ok, .* 0 failed/u)]);
    expect(await worker.until("incomplete")).toMatchObject({ incomplete: 3, round: 0 });
    expect(readIn(at("reads"))).toHaveLength(7);
  });

  test("reads again what Redis forgets while it looks at it", async () => {
    const submission = await stored("forgotten", TEXTS);
    const worker = startWorker(here);
    await compiled((await submit(queues, store, submission)).job);
    const read = await queues.read.getJob(submission.documents[0]?.sha256 ?? "");
    vi.spyOn(queues.read, "getJob").mockImplementationOnce(async () => {
      await read?.remove();
      return read;
    });
    const { job } = await submit(queues, store, { ...submission, force: true });
    expect(await compiled(job)).toMatchObject({ documents: 4, missing: 0 });
    expect(readIn(at("reads"))).toHaveLength(8);
    expect(worker.stderr()).toBe("");
  });

  test("follows a document that another dataset waits for, holding no reader meanwhile", async () => {
    const slow = await stored("slow", ["~3000 slow"]);
    const both = await stored("both", ["~3000 slow", "quick"]);
    await submit(queues, store, slow);
    const worker = startWorker(here, ["--concurrency", "2"]);
    await worker.until("taken");
    const { job } = await submit(queues, store, both);
    const quick = await worker.until("finished");
    expect(quick["document"]).toBe(both.documents[1]?.document_id);
    expect(await compiled(job)).toMatchObject({ documents: 2, ok: 2, missing: 0 });
    expect(readIn(at("reads"))).toHaveLength(2);
  });

  test("whose process is killed at any moment is completed by the next", async () => {
    for (let n = 0; n < 500; n += 1) await write(`in/${n}.txt`, `document ${n}`);
    const worker = startWorker(here, ["--concurrency", "2"]);
    const args = ["submit", at("in"), "--dataset", "killed"];
    for (const event of [50, 200]) {
      const submitting = start(args, here);
      const looked = waitFor("jobs", async () =>
        (await queues.read.getJobCountByTypes("waiting", "completed")) >= event ? true : undefined,
      );
      await Promise.race([looked, submitting.ended]);
      submitting.child.kill("SIGKILL");
      await submitting.ended;
    }
    const { code } = await start([...args, "--wait"], here).ended;
    expect(code).toBe(0);
    const reads = readIn(at("reads"));
    expect([reads.length, new Set(reads).size]).toEqual([500, 500]);
    expect(worker.events().findLast(({ event }) => event === "compiled")).toMatchObject({
      documents: 500,
      ok: 500,
    });
  });
});
