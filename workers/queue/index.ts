export { scheduleSites } from "./crawl/schedule.js";
export { asRefusal } from "./redis/errors.js";
export { openQueues } from "./redis/queues.js";
export { retryFailed, retryJob } from "./submit/retry.js";
export { readStatus } from "./status.js";
export { submitSources } from "./submit/submit-sources.js";
export { waitForCompiled } from "./compile/wait.js";
export { runWorker } from "./worker.js";
