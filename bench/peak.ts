import { extract } from "../index.js";

const [, , file = ""] = process.argv;
await extract(file);
process.stdout.write(String(process.resourceUsage().maxRSS));
