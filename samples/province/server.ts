import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { InventedSite, Reply } from "./parts.js";

/** A request as the server of a site saw it. */
interface Seen {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly path: string;
  readonly userAgent: string;
  /** Whether another request to the same server was not answered yet. */
  readonly overlaps: boolean;
  readonly status: number;
}

/** A site that is served on loopback. Replies may be changed while it runs. */
export interface Served {
  readonly origin: string;
  readonly replies: Map<string, Reply>;
  readonly log: Seen[];
  readonly close: () => Promise<void>;
}

/** Serves a site at a port of 127.0.0.1, a free one where none is named, and keeps a log of what was asked for. */
export async function serveSite(site: Pick<InventedSite, "replies">, wanted = 0): Promise<Served> {
  const replies = new Map(site.replies);
  const log: Seen[] = [];
  let open = 0;
  const server = createServer((request, response) => {
    const at = Date.now();
    const overlaps = open > 0;
    open += 1;
    response.once("close", () => (open -= 1));
    const answer = async () => {
      const path = await keyOf(request);
      const reply = replies.get(path) ?? { status: 404, body: "没有找到" };
      const status = await send(reply, request, response);
      log.push({ at, path, userAgent: request.headers["user-agent"] ?? "", overlaps, status });
    };
    answer().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(wanted, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${port}`, replies, log, close };
}

async function keyOf(request: IncomingMessage): Promise<string> {
  const path = request.url ?? "/";
  return request.method === "POST" ? `POST ${path} ${await text(request)}` : path;
}

async function send(
  reply: Reply,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<number> {
  const { status = 200, headers = {}, body = "", after = 0, endless, cookie } = reply;
  if (cookie !== undefined && request.headers.cookie?.includes(cookie) !== true) {
    response.writeHead(302, { location: request.url ?? "/", "set-cookie": cookie }).end();
    return 302;
  }
  if (after > 0) await new Promise((resolve) => setTimeout(resolve, after));
  if (headers["etag"] !== undefined && request.headers["if-none-match"] === headers["etag"]) {
    response.writeHead(304, { etag: headers["etag"] }).end();
    return 304;
  }
  response.writeHead(status, headers);
  if (endless === undefined) response.end(body);
  else if (endless === "fast") sendForEver(response);
  else sendNowAndThen(response);
  return status;
}

function sendNowAndThen(response: ServerResponse): void {
  const timer = setInterval(() => response.write(" "), 50);
  response.once("close", () => clearInterval(timer));
}

function sendForEver(response: ServerResponse): void {
  const chunk = Buffer.alloc(1 << 16, " ");
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on("drain", more);
  more();
}
