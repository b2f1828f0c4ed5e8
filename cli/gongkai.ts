#!/usr/bin/env node
import { extract } from "../index.js";
import { READER } from "../workers/pool/pool.js";
import { main } from "./main.js";

await main({ extract, reader: READER });
