import type { Server } from "node:http";
import { ToldError } from "../../pipeline/model/errors.js";
import { inBoth } from "../../pipeline/model/finding.js";
import type { Bilingual } from "../../pipeline/model/finding.js";

/** Where a server listens. */
export interface Listening {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

/** The server cannot listen there: it says what to choose instead. */
class CannotListen extends ToldError {
  override readonly name = "CannotListen";
}

/** @throws CannotListen */
export function listen(server: Server, { host, port }: Listening): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const why = REASONS[cause.code ?? ""] ?? inBoth(cause.message);
      const says = {
        en: `cannot listen on port ${port} of ${host}: ${why.en}`,
        zh: `无法监听 ${host} 的端口 ${port}：${why.zh}`,
      };
      reject(new CannotListen(says, { cause }));
    });
    server.listen(port, host, resolve);
  });
}

const REASONS: Readonly<Record<string, Bilingual<string>>> = {
  EADDRINUSE: {
    en: "another program does already; choose another one with --port",
    zh: "已被其他程序占用，请用 --port 另选一个",
  },
  EACCES: {
    en: "that needs more rights; choose a port above 1023 with --port",
    zh: "权限不足，请用 --port 选 1023 以上的端口",
  },
  EADDRNOTAVAIL: {
    en: "this machine has no such address; choose another one with --host",
    zh: "本机没有这个地址，请用 --host 另选一个",
  },
  ENOTFOUND: {
    en: "there is no such name; choose another one with --host",
    zh: "没有这个主机名，请用 --host 另选一个",
  },
};

/** The address of a server that listens: `http://127.0.0.1:3000/`. */
export function addressOf(server: Server, { host }: Listening): string {
  const address = server.address();
  const port = address === null || typeof address === "string" ? "" : `:${address.port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}${port}/`;
}

/** Answers what was asked already, within a second. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), 1_000);
  await closed;
  clearTimeout(late);
}
