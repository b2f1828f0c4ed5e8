import { createHash } from "node:crypto";

/** What one page is made of that needs no other file and no network. */
export interface PageParts {
  readonly language: string;
  readonly style: string;
  readonly script: string;
  /** What stands in the body before the script. */
  readonly body: string;
  /** What the script reads: each value is the JSON of the script element of that id. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A page that opens from a disk: it holds all that it shows, and may reach nothing else. */
export function selfContainedPage({ language, style, script, body, data }: PageParts): string {
  const held = Object.entries(data).map(
    ([id, value]) => `<script type="application/json" id="${id}">${embedded(value)}</script>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>gongkai</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
${body}
${held.join("\n")}
<script>${script}</script>
</body>
</html>
`;
}

/**
 * Nothing is loaded, sent or run but the script and the style that stand in the page. Scripts set styles of single
 * elements, which no text of a document gets into.
 */
function policyOf(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const hashOf = (text: string): string =>
  `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** JSON that cannot end the script element it stands in, nor begin a comment there. */
function embedded(data: unknown): string {
  return JSON.stringify(data).replaceAll(
    /[<>&\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
