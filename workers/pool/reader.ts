import { serve } from "./serve.js";

await serve(async () => (await import("../../index.js")).extractPlanned);
