import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { ExpressAdapter } from "@bull-board/express";
import type { Queue } from "bullmq";
import type { Express } from "express";
import type { Step } from "../served/access.js";

/** The pages that show the jobs of queues. They change nothing, whatever is asked of them. */
export function boardOf(queues: readonly Queue[]): Express {
  const serverAdapter = new ExpressAdapter();
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter,
    options: { uiConfig: { boardTitle: "gongkai", hideDocsLink: true } },
  });
  const board: Express = serverAdapter.getRouter();
  return board.disable("x-powered-by");
}

/**
 * Leaves out the links of the pages to other hosts, which is where their font comes from: they work
 * without a network, and nobody else learns that they were opened.
 */
export const withoutOtherHosts: Step = (_request, response, next) => {
  const render = response.render.bind(response);
  response.render = (view: string, values?: unknown) => {
    const given = typeof values === "object" && values !== null ? values : {};
    render(view, given, (error: Error | null, html: string) => {
      if (error === null) response.send(html.replaceAll(LINK_TO_OTHER_HOST, ""));
      else next(error);
    });
  };
  next();
};

const LINK_TO_OTHER_HOST = /<link\b[^>]*\bhref="(?:https?:)?\/\/[^>]*>/giu;
