const SUBSET_TAG = /^[A-Z]{6}\+/u;
const HIGH_LATIN = /[\u0080-\u00ff]/u;
const LAST_LATIN = 0xff;

/** The name of a font as it is printed in the file, without the tag of a subset. */
export function fontName(stated: string): string {
  const name = stated.replace(SUBSET_TAG, "");
  const codes = Array.from(name, (c) => c.charCodeAt(0));
  if (!HIGH_LATIN.test(name) || codes.some((code) => code > LAST_LATIN)) return name;
  // Font names are often GBK, though nothing says so: each byte comes as one Latin character.
  return new TextDecoder("gb18030").decode(Uint8Array.from(codes));
}

/** Whether the name of a font says that it is bold. */
export function isBoldName(name: string): boolean {
  return /bold|black|heavy/iu.test(name);
}
