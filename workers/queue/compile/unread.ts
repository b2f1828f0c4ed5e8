import { UnreadableSource, VERSION } from "../../../index.js";
import type { Source } from "../../../index.js";
import type { Bilingual } from "../../../pipeline/model/finding.js";
import { failureOf } from "../redis/failure.js";
import type { ReadTask } from "../redis/jobs.js";
import type { Queues } from "../redis/queues.js";
import { isNewer } from "../read/put-off.js";
import { addDocuments } from "../submit/add-documents.js";
import { QUEUE } from "../redis/settings.js";

/** The documents of a dataset that are still to be read. */
export interface Unread {
  /** Why a document without a result has none; one that may get one is queued, and has no reason. */
  readonly reasonOf: (source: Source) => Promise<UnreadableSource | undefined>;
  /** Queues the last of them. Returns how many there are. */
  readonly close: () => Promise<number>;
}

/** Finds out what is still to be read of a dataset while it is compiled, and has the job wait for it. */
export function unreadOf(queues: Queues, compileJob: string, dataset: string): Unread {
  let count = 0;
  const tasks: ReadTask[] = [];
  const add = () => addDocuments(queues, compileJob, tasks.splice(0));
  return {
    reasonOf: async ({ sha256, file_name }) => {
      const reason = await givenUp(queues, sha256);
      if (reason !== undefined) return reason;
      count += 1;
      tasks.push({ id: sha256, data: { sha256, file_name, dataset, version: VERSION } });
      if (tasks.length >= QUEUE.submit.chunk) await add();
      return undefined;
    },
    close: async () => {
      await add();
      return count;
    },
  };
}

/** Why reading a document was given up for good. What an older program could not read, this one may. */
async function givenUp({ read }: Queues, sha256: string): Promise<UnreadableSource | undefined> {
  const job = await read.getJob(sha256);
  if (job === undefined || !(await job.isFailed())) return undefined;
  const { data, failedReason } = job;
  return isNewer(VERSION, data.version) ? undefined : notRead(failureOf(failedReason, data));
}

function notRead({ en, zh }: Bilingual<string>): UnreadableSource {
  return new UnreadableSource("not_read", {
    en: `It was not read: ${en} "gongkai retry --failed" tries again.`,
    zh: `没有读取：${zh}"gongkai retry --failed" 可重试。`,
  });
}
