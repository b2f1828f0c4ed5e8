import type { Request, Response } from "express";
import type { Step } from "../served/access.js";
import type { RedisLink } from "./redis-link.js";

/** Answers in place of pages that need Redis while it is away; they come back by themselves. */
export function whileAway(link: RedisLink): Step {
  return ({ path }, response, next) => {
    if (link.redis.status === "ready" || path.startsWith("/static/")) return next();
    answerAway(response, link);
  };
}

/** Gives an answer that Redis is asked for; says so where it went away meanwhile. */
export function asking(link: RedisLink, answer: (response: Response) => Promise<unknown>) {
  return async (_request: Request, response: Response): Promise<void> => {
    try {
      await answer(response);
    } catch (error) {
      if (!isOfConnection(error)) throw error;
      answerAway(response, link);
    }
  };
}

/** Errors of ioredis whose command did not reach Redis, or whose answer did not come. */
function isOfConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.name === "MaxRetriesPerRequestError" ||
    /Command timed out|Connection is closed|enableOfflineQueue|LOADING/u.test(error.message)
  );
}

function answerAway(response: Response, link: RedisLink): void {
  const reason = link.why();
  const because = reason === undefined ? "" : ` (${reason})`;
  const why = `Redis at ${link.address} does not answer${because}. This page tries again every ${AGAIN} seconds.`;
  response.status(503).set("Retry-After", AGAIN);
  response.format({
    text: () => response.send(`${why}\n`),
    html: () => response.send(page(why)),
    json: () => response.json({ error: why }),
  });
}

const AGAIN = "5";

function page(why: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="${AGAIN}">
<title>gongkai: Redis is away</title>
<p>${why.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>
</html>
`;
}
