import { extract } from "../index.js";
import { printSpent } from "./spent.js";

/** Reads a file; prints the memory and the time that it takes. */
const [, , file = ""] = process.argv;
await extract(file);
printSpent();
