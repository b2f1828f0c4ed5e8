/** What the symbol fonts show at their own codes, as Unicode: the signs that disclosures use. */
const SYMBOL_FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: {
    0x25: "%",
    0x2b: "+",
    0x2d: "−",
    0x3c: "<",
    0x3d: "=",
    0x3e: ">",
    0xa3: "≤",
    0xa5: "∞",
    0xb0: "°",
    0xb1: "±",
    0xb3: "≥",
    0xb4: "×",
    0xb7: "•",
    0xb8: "÷",
    0xb9: "≠",
    0xbb: "≈",
    0xd6: "√",
    0xd7: "⋅",
    0xe5: "∑",
  },
  wingdings: {
    0x6c: "●",
    0x6e: "■",
    0x6f: "□",
    0x70: "□",
    0x71: "□",
    0x72: "□",
    0x74: "◆",
    0x75: "◆",
    0x76: "❖",
    0x9f: "•",
    0xa7: "▪",
    0xa8: "□",
    0xb2: "✧",
    0xd8: "➢",
    0xe0: "→",
    0xfb: "✗",
    0xfc: "✓",
    0xfd: "☒",
    0xfe: "☑",
  },
  "wingdings 2": {
    0x4f: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x54: "☒",
    0x98: "●",
    0xa2: "■",
    0xa3: "□",
    0x2a: "□",
  },
};

const PRIVATE = /[\uf020-\uf0ff]/u;

/** Whether a text holds codes that only a symbol font makes readable. */
export function hasPrivateCodes(text: string): boolean {
  return PRIVATE.test(text);
}

/** What a reader sees at `code` of a symbol font; undefined where the sign is not known here. */
export function symbol(font: string, code: number): string | undefined {
  const signs = SYMBOL_FONTS[font.toLowerCase()];
  if (signs) return signs[code & 0xff];
  const ownCode = code >= 0xf000 && code <= 0xf0ff;
  return ownCode || !isPrintable(code) ? undefined : String.fromCodePoint(code);
}

/** Whether Unicode has such a character: no control code, no half of a pair, none beyond its end. */
function isPrintable(code: number): boolean {
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  return code >= 0x20 && code <= 0x10ffff && !isHalf;
}
