import { extract } from "../../index.js";
import { readerOf } from "./reader.js";

export const read = readerOf(extract);
