#!/usr/bin/env node
import { extract } from "../index.js";
import { runCli } from "./program.js";
import { tolerateClosedPipe } from "./terminal.js";

const { stdout, stderr } = process;
tolerateClosedPipe(stdout);
tolerateClosedPipe(stderr);
const terminal = { stdout, stderr, interactive: stderr.isTTY === true };
process.exitCode = await runCli(process.argv.slice(2), { extract, terminal });
