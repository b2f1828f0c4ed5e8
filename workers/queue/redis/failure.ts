import { UnrecoverableError } from "bullmq";
import type { Job } from "bullmq";
import { ToldError } from "../../../pipeline/model/errors.js";
import { inBoth } from "../../../pipeline/model/finding.js";
import type { Bilingual } from "../../../pipeline/model/finding.js";

/** A job that is given up for good: what it fails with, in both languages. */
export class GivenUp extends UnrecoverableError {
  readonly says: Bilingual<string>;

  constructor(says: Bilingual<string>) {
    super(says.en);
    this.says = says;
  }
}

/** What a job may keep of why it failed. */
interface Failing {
  readonly failure?: Bilingual<string> | undefined;
}

/** Does the work of a job; where it fails, keeps with the job what BullMQ does not: the reason in both languages. */
export async function keepingFailure<D extends Failing, T>(
  job: Pick<Job<D>, "data" | "updateData">,
  work: Promise<T>,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof GivenUp || error instanceof ToldError)
      // Where Redis refuses it the English has to do: how the job ends is not to depend on it.
      await job.updateData({ ...job.data, failure: error.says }).catch(() => undefined);
    throw error;
  }
}

/** Why a job failed. What no error said in both languages, or an older program kept, is English in both. */
export function failureOf(failedReason: string, { failure }: Failing): Bilingual<string> {
  return failure?.en === failedReason ? failure : inBoth(failedReason);
}
