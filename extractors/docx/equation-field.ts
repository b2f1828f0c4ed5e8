/** Whether the instruction of a field draws an equation (`EQ`), which also makes signs out of others. */
export function isEquation(instruction: string): boolean {
  return /^\s*EQ\b/iu.test(instruction);
}

const OVERSTRUCK = /^\s*EQ\s*\\o(?:\\a[clr])?\s*[(（]([^,，;；]*)[,，;；]([^,，;；]*)[)）]\s*$/iu;
const RAISED = /^\s*EQ\s*\\s\s*(?:\\(?:up|do)\s*(?:\d+\s*)?)?[(（]([^()（）]*)[)）]\s*$/iu;
const FRACTION = /^\s*EQ\s*\\f\s*[(（]([^,，;；()（）]*)[,，;；]([^,，;；()（）]*)[)）]\s*$/iu;
const LINES: ReadonlySet<string> = new Set(["_", "-", "—", "–", "=", "＝", "＿", "－"]);
const CIRCLES: ReadonlySet<string> = new Set(["○", "〇", "◯", "O"]);
const FIRST_CIRCLED = 0x2460;

/** What an equation field shows: `\o\ac(○,3)` → `③`, `\o(＞,_)` → `≥`, `\f(1,2)` → `1/2`; undefined for any other. */
export function equationText(instruction: string): string | undefined {
  const struck = OVERSTRUCK.exec(instruction);
  if (struck !== null) return overstruck((struck[1] ?? "").trim(), (struck[2] ?? "").trim());
  const fraction = FRACTION.exec(instruction);
  if (fraction !== null) return `${(fraction[1] ?? "").trim()}/${(fraction[2] ?? "").trim()}`;
  return RAISED.exec(instruction)?.[1];
}

function overstruck(first: string, second: string): string | undefined {
  if (second === "") return first;
  if (first === "") return second;
  if (CIRCLES.has(first)) return circled(second);
  if (CIRCLES.has(second)) return circled(first);
  const sign = LINES.has(second) ? first : LINES.has(first) ? second : "";
  if (sign === ">" || sign === "＞") return "≥";
  return sign === "<" || sign === "＜" ? "≤" : undefined;
}

function circled(number: string): string | undefined {
  const value = /^\d{1,2}$/u.test(number) ? Number(number) : 0;
  return value >= 1 && value <= 20 ? String.fromCodePoint(FIRST_CIRCLED + value - 1) : undefined;
}
