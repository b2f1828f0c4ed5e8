import type { Bilingual } from "../../pipeline/model/finding.js";

/** What was being done to a store when it failed. */
export interface Doing {
  readonly address: string;
  /** As in "cannot write KEY". */
  readonly what: Bilingual<string>;
}

/** What may be done to a store, in words. */
export const DOING = {
  open: { en: "be opened", zh: "打开" },
  look: { en: "be read", zh: "读取" },
  read: (key: string) => ({ en: `read ${key}`, zh: `读取 ${key}` }),
  write: (key: string) => ({ en: `write ${key}`, zh: `写入 ${key}` }),
  remove: (key: string) => ({ en: `remove ${key}`, zh: `删除 ${key}` }),
  list: (prefix: string) => ({ en: `list ${prefix}`, zh: `列出 ${prefix}` }),
} satisfies Readonly<Record<string, Bilingual<string> | ((key: string) => Bilingual<string>)>>;
