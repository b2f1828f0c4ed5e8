import { serve } from "../workers/pool/serve.js";
import { invented } from "./invented.js";

/** A reading thread with the invented reader. */
serve(invented);
