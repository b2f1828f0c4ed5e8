import { serve } from "../workers/pool/serve.js";

/** A reader of the pool, with the invented reading. */
await serve(async () => (await import("./invented.js")).invented);
