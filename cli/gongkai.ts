#!/usr/bin/env node
import { extract } from "../index.js";
import { READ_THREAD } from "../workers/pool/pool.js";
import { main } from "./main.js";

await main({ extract, thread: READ_THREAD });
