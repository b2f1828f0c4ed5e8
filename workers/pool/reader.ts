import { serve } from "./serve.js";

await serve(async () => (await import("../../extract.js")).extractPlanned);
