import { accounts } from "./accounts.js";
import { arranged } from "./arranged.js";
import { central } from "./central.js";
import { evaluations } from "./evaluations.js";
import type { Layout } from "./layout.js";
import { lists } from "./lists.js";
import { provinces } from "./provinces.js";
import { registers } from "./registers.js";
import { southwest } from "./southwest.js";

/** Every layout of `docs/forms.md`. */
export const CATALOGUE: readonly Layout[] = [
  ...central,
  ...southwest,
  ...provinces,
  ...lists,
  ...accounts,
  ...evaluations,
  ...registers,
  ...arranged,
];
