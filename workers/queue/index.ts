export { asRefusal } from "./errors.js";
export { openQueues } from "./queues.js";
export { retryFailed, retryJob } from "./retry.js";
export { readStatus } from "./status.js";
export { submitSources } from "./submit-sources.js";
export { waitForCompiled } from "./wait.js";
export { runWorker } from "./worker.js";
