import type { Layout } from "./layout.js";
export const provinces: readonly Layout[] = [];
