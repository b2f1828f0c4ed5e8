#!/usr/bin/env node
import { READER } from "../workers/pool/pool.js";
import { main } from "./main.js";

// What reads documents is loaded by the commands that read in this process.
await main({
  extract: async (...document) => (await import("../extract.js")).extractPlanned(...document),
  reader: READER,
});
