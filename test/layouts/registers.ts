import type { Layout } from "./layout.js";
export const registers: readonly Layout[] = [];
