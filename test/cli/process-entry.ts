import { main } from "../../cli/main.js";
import { invented } from "../invented.js";

/** The command line as a process of its own, with the invented reader. */
const reader = new URL("../invented-reader.js", import.meta.url);
await main({ extract: invented, reader });
