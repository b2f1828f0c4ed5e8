import { createHash, randomUUID } from "node:crypto";
import { appendFile, mkdir } from "node:fs/promises";
import { STATUS_CODES } from "node:http";
import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import { keyedMutex } from "../../../pipeline/dataset/write/keyed-mutex.js";
import type { Answered, Asked, Visit } from "../fetch/visit.js";

/**
 * Keeps each exchange in a file as archives of the web do (WARC 1.1, ISO 28500): a request and a response each, every
 * record gzipped by itself. Bodies are kept unpacked, without the headers that say how they were packed.
 */
export function keepingWarc(path: string, userAgent: string): (visit: Visit) => Visit {
  const inTurn = keyedMutex();
  const append = (records: readonly Uint8Array[]) =>
    inTurn(path, async () => {
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, Buffer.concat(records));
    });
  return (visit) => async (asked) => {
    const answer = await visit(asked);
    if (answer.status !== null) await append(exchange(asked, answer, userAgent));
    return answer;
  };
}

function exchange(asked: Asked, answer: Answered, userAgent: string): readonly Uint8Array[] {
  const response = record("response", asked.url, { block: responseOf(answer) });
  const more = { "WARC-Concurrent-To": response.id };
  const request = record("request", asked.url, { block: requestOf(asked, userAgent), more });
  return [response.bytes, request.bytes];
}

function requestOf({ url, form, etag, lastModified }: Asked, userAgent: string): Buffer {
  const { pathname, search, host } = new URL(url);
  const lines = [
    `${form === null ? "GET" : "POST"} ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    `User-Agent: ${userAgent}`,
    ...(etag === null ? [] : [`If-None-Match: ${etag}`]),
    ...(lastModified === null ? [] : [`If-Modified-Since: ${lastModified}`]),
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${form ?? ""}`);
}

const PACKING: ReadonlySet<string> = new Set([
  "content-encoding",
  "transfer-encoding",
  "content-length",
]);

function responseOf({ status, headers, bytes }: Answered): Buffer {
  const kept = Object.entries(headers).filter(([name]) => !PACKING.has(name));
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    ...kept.map(([name, value]) => `${name}: ${value}`),
    `content-length: ${bytes.length}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), bytes]);
}

interface Content {
  readonly block: Buffer;
  readonly more?: Record<string, string>;
}

function record(type: "request" | "response", url: string, { block, more = {} }: Content) {
  const id = `<urn:uuid:${randomUUID()}>`;
  const head = Object.entries({
    "WARC-Type": type,
    "WARC-Record-ID": id,
    "WARC-Date": new Date().toISOString(),
    "WARC-Target-URI": url,
    "WARC-Block-Digest": `sha256:${createHash("sha256").update(block).digest("hex")}`,
    "Content-Type": `application/http; msgtype=${type}`,
    "Content-Length": String(block.length),
    ...more,
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
