import { OcrUnavailable } from "../engine/unavailable.js";

/** Models that cannot be used, or none where some are needed; the message says what to do. */
export class UnusableModels extends OcrUnavailable {}
