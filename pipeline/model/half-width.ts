/** Marks that print nothing and only steer how text is set: joiners, directions, soft hyphens. */
const INVISIBLE = String.raw`\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff`;
/** Radicals and compatibility forms, which look like the characters that are meant. */
const LOOKALIKE = String.raw`\u2e80-\u2fd5\uf900-\ufad9\u{2f800}-\u{2fa1d}`;
const OTHER = String.raw`[０-９Ａ-Ｚａ-ｚ％＝＞＜${LOOKALIKE}${INVISIBLE}]`;
const FOLDED = new RegExp(OTHER, "gu");
const FOLDABLE = new RegExp(OTHER, "u");

/**
 * Full-width digits, Latin letters and `％＝＞＜` to their half-width forms, radicals and compatibility forms to
 * the characters that they look like, marks that print nothing left out; nothing else is changed.
 */
export function halfWidth(text: string): string {
  return text.replace(FOLDED, plainCharacter);
}

/** Whether a text is the same in half width. */
export function isHalfWidth(text: string): boolean {
  return !FOLDABLE.test(text);
}

function plainCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xff05 && code <= 0xff5a) return String.fromCodePoint(code - 0xfee0);
  if (code < 0x2e80 || code === 0xfeff) return "";
  return SIMPLIFIED_RADICALS.get(character) ?? character.normalize("NFKC");
}

/** Radicals of which Unicode does not say what they look like, each before its character. */
const SIMPLIFIED_RADICALS: ReadonlyMap<string, string> = new Map(
  (
    "⺁厂 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺋卩 ⺌小 ⺍小 ⺏尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺦丬 " +
    "⺧牛 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺰纟 ⺱罓 ⺲罒 ⺳网 ⺴网 ⺵网 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 " +
    "⻃西 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 " +
    "⻞食 ⻟食 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟"
  )
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
