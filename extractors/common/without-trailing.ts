/** A text without the run of one character at its end. A pattern would look at each run again from all its characters. */
export function withoutTrailing(text: string, character: string): string {
  let end = text.length;
  while (text[end - 1] === character) end -= 1;
  return text.slice(0, end);
}
