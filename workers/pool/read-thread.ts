import { extract } from "../../index.js";
import { serve } from "./serve.js";

serve(extract);
