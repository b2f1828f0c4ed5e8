import type { Extract } from "../../workers/pool/read-document.js";
import type { ExitCode, Terminal } from "./terminal.js";

/** What the commands are given: what reads, where they write, and whom they tell how it ended. */
export interface Wiring {
  /** Reads a document in this process. */
  readonly extract: Extract;
  /** The module that the process of each reader runs. */
  readonly reader: URL;
  readonly terminal: Terminal;
  readonly end: (code: ExitCode) => void;
}
