import { createServer } from "node:http";
import type { Server } from "node:http";
import express from "express";
import type { Express } from "express";
import { ToldError } from "../../pipeline/model/errors.js";
import { inBoth } from "../../pipeline/model/finding.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { queuesOn } from "../queue/redis/queues.js";
import type { Queues } from "../queue/redis/queues.js";
import type { LinkEvents } from "../queue/redis/redis.js";
import { readStatus } from "../queue/status.js";
import { onlyNamed, onlyReading, onlyWith, withHeaders } from "./access.js";
import { boardOf, withoutOtherHosts } from "./board.js";
import { metricsOf } from "./metrics.js";
import { PROMETHEUS_TEXT } from "./prometheus.js";
import { asking, whileAway } from "./redis-away.js";
import { answers, linkTo } from "./redis-link.js";
import type { RedisLink } from "./redis-link.js";

export interface DashboardOptions {
  readonly redis: string;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** What a request must show; needed where others than this machine reach the host. */
  readonly token?: string | undefined;
  readonly events: LinkEvents;
}

/** A dashboard that listens. */
export interface Dashboard {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** The dashboard cannot listen there: it says what to choose instead. */
class CannotListen extends ToldError {
  override readonly name = "CannotListen";
}

/**
 * Serves the state of the queues over HTTP, for looking at: pages at `/`, `/metrics` for Prometheus,
 * `/api/status` as JSON, and `/health`, which asks for no token. It starts without Redis too, and
 * says so until Redis is back.
 *
 * @throws CannotListen
 */
export async function openDashboard(options: DashboardOptions): Promise<Dashboard> {
  const link = linkTo(options.redis, options.events);
  const queues = queuesOn(link.redis);
  const server = createServer(appFor({ ...options, link, queues }));
  try {
    await listen(server, options);
  } catch (error) {
    link.close();
    throw error;
  }
  return { address: addressOf(server, options), close: () => close(server, link) };
}

interface Parts extends Pick<DashboardOptions, "host" | "token"> {
  readonly link: RedisLink;
  readonly queues: Queues;
}

function appFor({ host, token, link, queues }: Parts): Express {
  const app = express().disable("x-powered-by");
  app.use(withHeaders, onlyNamed(host), onlyReading);
  app.get("/health", async (_request, response) => {
    const isThere = await answers(link);
    response.status(isThere ? 200 : 503).json({ redis: isThere ? "answers" : "away" });
  });
  app.use(onlyWith(token), whileAway(link));
  app.get(
    "/metrics",
    asking(link, async (response) => response.type(PROMETHEUS_TEXT).send(await metricsOf(queues))),
  );
  app.get(
    "/api/status",
    asking(link, async (response) => response.json(await readStatus(queues))),
  );
  return app.use(withoutOtherHosts, boardOf([queues.read, queues.compile, queues.crawl]));
}

function listen(server: Server, { host, port }: DashboardOptions): Promise<void> {
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

function addressOf(server: Server, { host }: DashboardOptions): string {
  const address = server.address();
  const port = address === null || typeof address === "string" ? "" : `:${address.port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}${port}/`;
}

/** Answers what was asked already, within a second, and lets go of Redis. */
async function close(server: Server, link: RedisLink): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), 1_000);
  await closed;
  clearTimeout(late);
  link.close();
}
