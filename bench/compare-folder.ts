import { compare } from "../panel/compare.js";
import { printSpent } from "./spent.js";

/** Compares the dataset in a folder; prints the memory and the time that it takes. */
const [, , folder = ""] = process.argv;
await compare({ folders: [folder], out: `${folder}-panel` });
printSpent();
