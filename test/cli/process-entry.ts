import { setTimeout as wait } from "node:timers/promises";
import { main } from "../../cli/main.js";
import { invented } from "./run.js";

/** The command line as a process of its own, with an invented reader that takes its time. */
await main(async (source) => {
  await wait(50);
  return invented(source);
});
