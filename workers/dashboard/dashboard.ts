import { createServer } from "node:http";
import type { Server } from "node:http";
import express from "express";
import type { Express } from "express";
import { queuesOn } from "../queue/redis/queues.js";
import type { Queues } from "../queue/redis/queues.js";
import type { LinkEvents } from "../queue/redis/redis.js";
import { readStatus } from "../queue/status.js";
import { onlyNamed, onlyReading, onlyWith, withHeaders } from "../served/access.js";
import { addressOf, closeServer, listen } from "../served/listen.js";
import type { Listening } from "../served/listen.js";
import { boardOf, withoutOtherHosts } from "./board.js";
import { metricsOf } from "./metrics.js";
import { PROMETHEUS_TEXT } from "./prometheus.js";
import { asking, whileAway } from "./redis-away.js";
import { answers, linkTo } from "./redis-link.js";
import type { RedisLink } from "./redis-link.js";

export interface DashboardOptions extends Listening {
  readonly redis: string;
  /** What a request must show; needed where others than this machine reach the host. */
  readonly token?: string | undefined;
  readonly events: LinkEvents;
}

/** A dashboard that listens. */
export interface Dashboard {
  readonly address: string;
  readonly close: () => Promise<void>;
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

/** Styles stand in the pages of the board themselves, so they are let in; scripts are not. */
const ALLOWED = ["script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:"];

const READ_ONLY = "The dashboard is read-only. `gongkai retry` reads documents again.";

function appFor({ host, token, link, queues }: Parts): Express {
  const app = express().disable("x-powered-by");
  app.use(withHeaders(ALLOWED), onlyNamed(host), onlyReading(READ_ONLY));
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

/** Answers what was asked already, and lets go of Redis. */
async function close(server: Server, link: RedisLink): Promise<void> {
  await closeServer(server);
  link.close();
}
