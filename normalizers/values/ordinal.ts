const CHINESE = "[一二三四五六七八九十百零〇]";

const ORDINALS: readonly RegExp[] = [
  new RegExp(String.raw`^(第${CHINESE}+[部章节]分?)[\s、.．：:]*`, "u"),
  new RegExp(String.raw`^(${CHINESE}+)[、.．]\s*`, "u"),
  new RegExp(String.raw`^([（(]\s*${CHINESE}+\s*[）)])[\s、.．]*`, "u"),
  /^(\d{1,3})(?:[、．]|\.(?!\d)|\.(?=20\d\d年))\s*/u,
  /^([（(]\s*\d{1,3}\s*[）)])[\s、.．]*/u,
  /^([①-⑳])[\s、.．]*/u,
];

/** What stands before a heading or list item. `ordinal` is as printed, without its `、`. */
export interface Numbered {
  readonly ordinal: string | null;
  readonly rest: string;
}

/** Splits a list number (`一、`, `（二）`, `第一部分`, `1.`, `(3)`, `①`) from what it numbers. */
export function numbered(text: string): Numbered {
  for (const pattern of ORDINALS) {
    const match = pattern.exec(text);
    if (match?.[1] !== undefined)
      return { ordinal: match[1].replace(/\s/gu, ""), rest: text.slice(match[0].length) };
  }
  return { ordinal: null, rest: text };
}

/** A row's label without list number and `其中：` (`　　其中：1.房屋` → `房屋`). Canonical text in and out. */
export function bareLabel(label: string): string {
  const bare = numbered(label.replace(/^其中[：:]?/u, "")).rest.replace(/^其中[：:]/u, "");
  return bare === "" ? label : bare;
}
