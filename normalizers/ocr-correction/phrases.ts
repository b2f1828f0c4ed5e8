/**
 * Misreadings inside longer texts that no Chinese wording leaves possible: a lost, flattened or doubled 一, the
 * mark after a list number, the units of money after their number, a zero before them, a wide comma within an
 * amount, and the line under what was filled into a form.
 */
const PHRASES: readonly (readonly [broken: RegExp, meant: string])[] = [
  [/(?<![一第二三四五六七八九十\-—–－―~丨·])[-—–－―~丨·]*般公共(?=预算|服务)/gu, "一般公共"],
  [/一[-—–－―~丨]+(?=般公共)/gu, "一"],
  [/第[-—–－―~丨](?=部分|章|季度)/gu, "第一"],
  [/^[-—–－―~丨](?=[、，]\p{sc=Han})/gu, "一"],
  [/(?<=^[一二三四五六七八九十]{1,3})。(?=\p{sc=Han})/gu, "、"],
  [/^[（(][-—–－―~丨][）)](?=\p{sc=Han})/gu, "（一）"],
  [/(?<![〇零一二三四五六七八九十百千\d.])〇(?=[万亿]?元)/gu, "0"],
  [/(?<=\d\s*)方元/gu, "万元"],
  [/(?<=\d\s*)万无/gu, "万元"],
  [/(?<=\d\s*)亿无/gu, "亿元"],
  [/(?<=单位\s*[：:]\s*(?:人民币)?)方元/gu, "万元"],
  [/(?<=单位\s*[：:]\s*(?:人民币)?万)无/gu, "元"],
  [/(?<=(?<!\d)\d{1,3})，(?=\d{3}\.\d{2}(?!\d))/gu, ","],
  [/(?<!_)_+(?=[\p{sc=Han}%％，。；：、）)])/gu, ""],
  [/(?<=^|[\p{sc=Han}%％，。；：、（(])_+|_+$/gu, ""],
];

/** A text with its broken phrases as they are meant; itself where it has none. */
export function mended(text: string): string {
  return PHRASES.reduce((whole, [broken, meant]) => whole.replace(broken, meant), text);
}
