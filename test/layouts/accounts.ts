import type { Layout } from "./layout.js";
export const accounts: readonly Layout[] = [];
