const FIELD_NOISE: readonly RegExp[] = [
  /\[bookmark: [^[\]]*\]/gu,
  /\s?\bTC\s(?:(?!\bTC\s)[^\\])*(?:\\[a-z]\s+\S+\s*)+/gu,
  /\s?\b(?:HYPERLINK|PAGEREF|TOC)\s(?:\s*(?:\\[a-z]+|"[^"]*"|_Toc\d+))+/gu,
];

/** A line without the marks of fields and bookmarks that Word keeps and Tika prints. */
export function withoutFieldNoise(line: string): string {
  return FIELD_NOISE.reduce((kept, noise) => kept.replace(noise, ""), line);
}
