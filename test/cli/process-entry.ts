import { main } from "../../cli/main.js";
import { invented } from "../invented.js";

/** The command line as a process of its own, with the invented reader. */
const thread = new URL("../invented-thread.js", import.meta.url);
await main({ extract: invented, thread });
