import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import type { Dashboard } from "../../../workers/dashboard/dashboard.js";

/** Options of a dashboard on a free port of this machine. */
export const LOOPBACK = {
  host: "127.0.0.1",
  port: 0,
  events: { lost: () => undefined, back: () => undefined },
};

/** An answer over HTTP, its body as text. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks for a path; unlike fetch it sends any Host header. */
export function ask({ address }: Dashboard, path: string, asked: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, address), { ...asked, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, body: Buffer.concat(chunks).toString("utf8") });
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}
