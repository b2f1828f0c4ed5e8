#!/usr/bin/env node
import { extract } from "../index.js";
import { main } from "./main.js";

await main(extract);
