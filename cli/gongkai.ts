#!/usr/bin/env node
import { extractPlanned } from "../index.js";
import { READER } from "../workers/pool/pool.js";
import { main } from "./main.js";

await main({ extract: extractPlanned, reader: READER });
