/** The most bytes of a name in UTF-8: what file systems take. */
const MOST_BYTES = 255;

/** Endings such as `.pdf` stay where a name is cut. */
const ENDING = /\.[\p{L}\p{N}]{1,8}$/u;

/**
 * The name of the document at an address: the last part of its path, without what separates folders,
 * what controls a terminal and what turns the direction of text; its host where nothing else is left.
 */
export function fileNameOf(url: string): string {
  const { pathname, host } = new URL(url);
  const parts = decoded(pathname).split(/[/\\]/u).map(plain);
  return cut(parts.findLast((part) => /[^.]/u.test(part)) ?? host);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/** Without control characters, marks that format (those of direction are among them) and ends of lines. */
function plain(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "").trim();
}

function cut(name: string): string {
  if (Buffer.byteLength(name) <= MOST_BYTES) return name;
  const ending = ENDING.exec(name)?.[0] ?? "";
  let most = MOST_BYTES - Buffer.byteLength(ending);
  let kept = "";
  for (const character of name) {
    most -= Buffer.byteLength(character);
    if (most < 0) break;
    kept += character;
  }
  return kept + ending;
}
