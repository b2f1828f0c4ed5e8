import { createHash, randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import { gzipSync } from "node:zlib";
import { VERSION } from "../../../index.js";
import type { Answered, Asked } from "../fetch/visit.js";
import { PRODUCT } from "../robots/rules.js";

/** How exchanges are kept: as the records of a request and its response. */
export type Archived = (asked: Asked, answer: Answered) => Uint8Array;

/**
 * The exchanges of a user agent as archives of the web keep them (WARC 1.1, ISO 28500), every record gzipped by itself:
 * records one after another are a file. Bodies are kept unpacked, without the headers that say how they were packed.
 */
export function archivedBy(userAgent: string): Archived {
  return (asked, answer) => {
    const said = { target: asked.url };
    const response = record("response", { ...said, block: responseOf(answer) });
    const block = requestOf(asked, userAgent);
    const request = record("request", { ...said, block, beside: response.id });
    return Buffer.concat([response.bytes, request.bytes]);
  };
}

/** The record that a file begins with: by which program and in which format it was written. */
export function fileRecord(): Uint8Array {
  const said = { software: `${PRODUCT}/${VERSION}`, format: "WARC File Format 1.1" };
  const lines = Object.entries(said).map(([name, value]) => `${name}: ${value}\r\n`);
  return record("warcinfo", { block: Buffer.from(lines.join("")) }).bytes;
}

function requestOf(
  { url, form, etag, lastModified, cookie = "" }: Asked,
  userAgent: string,
): Buffer {
  const { pathname, search, host } = new URL(url);
  const lines = [
    `${form === null ? "GET" : "POST"} ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    `User-Agent: ${userAgent}`,
    ...(etag === null ? [] : [`If-None-Match: ${etag}`]),
    ...(lastModified === null ? [] : [`If-Modified-Since: ${lastModified}`]),
    ...(cookie === "" ? [] : [`Cookie: ${cookie}`]),
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${form ?? ""}`);
}

const PACKING: ReadonlySet<string> = new Set([
  "content-encoding",
  "transfer-encoding",
  "content-length",
  // Of several one is among the headers; all follow.
  "set-cookie",
]);

function responseOf({ status, headers, bytes, cookies = [] }: Answered): Buffer {
  const kept = Object.entries(headers).filter(([name]) => !PACKING.has(name));
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    ...kept.map(([name, value]) => `${name}: ${value}`),
    ...cookies.map((cookie) => `set-cookie: ${cookie}`),
    `content-length: ${bytes.length}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), bytes]);
}

interface Content {
  readonly block: Buffer;
  readonly target?: string;
  /** The record of the same exchange. */
  readonly beside?: string;
}

function record(type: "warcinfo" | "request" | "response", { block, target, beside }: Content) {
  const id = `<urn:uuid:${randomUUID()}>`;
  const isOfExchange = target !== undefined;
  const head = Object.entries({
    "WARC-Type": type,
    "WARC-Record-ID": id,
    "WARC-Date": new Date().toISOString(),
    ...(isOfExchange ? { "WARC-Target-URI": target } : {}),
    "WARC-Block-Digest": `sha256:${createHash("sha256").update(block).digest("hex")}`,
    "Content-Type": isOfExchange ? `application/http; msgtype=${type}` : "application/warc-fields",
    "Content-Length": String(block.length),
    ...(beside === undefined ? {} : { "WARC-Concurrent-To": beside }),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const bytes = gzipSync(
    Buffer.concat([
      Buffer.from(`WARC/1.1\r\n${head.join("")}\r\n`),
      block,
      Buffer.from("\r\n\r\n"),
    ]),
  );
  return { id, bytes };
}
