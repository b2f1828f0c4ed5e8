import { HTML } from "./settings.js";

/** A web page that was saved with its pictures: a message of parts (RFC 2557). */
export interface SavedPage {
  readonly page: Uint8Array;
  /** The address of the page, to which its own addresses are relative; empty where it has none. */
  readonly address: string;
  /** The bytes of what the page shows, by its address or `cid:`. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** Whether these bytes are a saved page. */
export function isSavedPage(bytes: Uint8Array): boolean {
  const start = latin1(bytes.subarray(0, HTML.head));
  return /^\s*[\w-]+:\s/u.test(start) && /^content-type:\s*multipart\/related/imu.test(start);
}

/** The parts of a saved page; null where none of them is a page. */
export function openSavedPage(bytes: Uint8Array): SavedPage | null {
  const parts = new Map<string, Uint8Array>();
  let page: Uint8Array | null = null;
  let address = "";
  for (const part of partsOf(latin1(bytes))) {
    const body = decoded(part);
    const location = part.headers.get("content-location");
    if (page === null && /text\/html/iu.test(part.headers.get("content-type") ?? "")) {
      page = body;
      address = location ?? "";
    }
    const id = part.headers.get("content-id")?.replaceAll(/^<|>$/gu, "");
    if (location !== undefined) parts.set(location, body);
    if (id !== undefined) parts.set(`cid:${id}`, body);
  }
  return page === null ? null : { page, address, parts };
}

/** What was saved of an address of the page, and the whole address. */
export function partAt(
  source: string,
  { address, parts }: Pick<SavedPage, "address" | "parts">,
): { readonly bytes: Uint8Array; readonly address: string } | null {
  const whole = URL.canParse(source, address) ? new URL(source, address).href : source;
  const bytes = parts.get(source) ?? parts.get(whole);
  return bytes === undefined ? null : { bytes, address: whole };
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** The parts between the boundaries that a message names; a part may be parted itself. */
function partsOf(message: string): readonly Part[] {
  const whole = partOf(message);
  const boundary = /boundary="?([^";\s]+)"?/iu.exec(whole.headers.get("content-type") ?? "")?.[1];
  if (boundary === undefined) return [];
  const between = `\n${whole.body}`.split(`\n--${boundary}`).slice(1);
  return between
    .filter((text) => !text.startsWith("--"))
    .flatMap((text) => {
      const part = partOf(text.replace(/^\r?\n/u, ""));
      const isParted = /multipart\//iu.test(part.headers.get("content-type") ?? "");
      return isParted ? partsOf(text.replace(/^\r?\n/u, "")) : [part];
    });
}

function partOf(text: string): Part {
  const end = /\r?\n\r?\n/u.exec(text);
  const head = end === null ? text : text.slice(0, end.index);
  const unfolded = head.replaceAll(/\r?\n[ \t]+/gu, " ");
  const headers = unfolded.split(/\r?\n/u).flatMap((line) => {
    const colon = line.indexOf(":");
    return colon === -1
      ? []
      : [[line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const];
  });
  const body = end === null ? "" : text.slice(end.index + end[0].length);
  return { headers: new Map(headers), body };
}

function decoded({ headers, body }: Part): Uint8Array {
  const encoding = headers.get("content-transfer-encoding")?.toLowerCase() ?? "";
  if (encoding === "base64") return Buffer.from(body, "base64");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1");
  const joined = body.replaceAll(/=[ \t]*\r?\n/gu, "");
  const plain = joined.replaceAll(/=([\da-f]{2})/giu, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
  return Buffer.from(plain, "latin1");
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
