import { createServer } from "node:http";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import express from "express";
import type { Express, Response } from "express";
import { onlyNamed, onlyReading, onlyWith, refuse, withHeaders } from "../served/access.js";
import { addressOf, closeServer, listen } from "../served/listen.js";
import type { Listening } from "../served/listen.js";
import { correctionsOf } from "./correction-desk.js";
import { isId, onlyOwn } from "./own-pages.js";
import type { Original, Shelf } from "./shelf.js";

export interface InspectorOptions extends Listening {
  readonly shelf: Shelf;
  /** Whether corrections are not taken. */
  readonly readOnly: boolean;
  /** What a request must show; needed where others than this machine reach the host. */
  readonly token?: string | undefined;
}

/** An inspector that listens. */
export interface Inspector {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves the pages that show documents beside what was read of them, and the documents themselves.
 *
 * @throws CannotListen
 */
export async function openInspector(options: InspectorOptions): Promise<Inspector> {
  const server = createServer(appFor(options));
  await listen(server, options);
  return { address: addressOf(server, options), close: () => closeServer(server) };
}

/** The pages hold no style and no script themselves. pdf.js decodes pictures in WebAssembly, in a worker. */
const ALLOWED = [
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
];

function appFor({ host, token, shelf, readOnly }: InspectorOptions): Express {
  // Where something fails, nobody is told the paths of this machine.
  const app = express().disable("x-powered-by").set("env", "production");
  app.use(withHeaders(ALLOWED), onlyNamed(host), onlyWith(token));
  app.use("/api", onlyOwn, correctionsOf(shelf, readOnly));
  app.use(onlyReading(READ_ONLY));
  app.use("/api", apiOf(shelf));
  app.use("/pdfjs", express.static(PDFJS, { index: false, redirect: false }));
  app.use(express.static(PAGES, { redirect: false }));
  app.get(["/documents/:id", "/compare"], (_request, response) =>
    response.sendFile("index.html", { root: PAGES }),
  );
  return app;
}

const READ_ONLY =
  "Nothing but corrections of an output folder can be given, unless it is opened read-only.";

/** What `npm run build` made of inspector/. */
const PAGES = fileURLToPath(new URL("../../inspector/", import.meta.url));
const PDFJS = fileURLToPath(new URL("./", import.meta.resolve("pdfjs-dist/package.json")));

function apiOf(shelf: Shelf): Express {
  const api = express().disable("x-powered-by");
  api.get("/documents", async (_request, response) => response.json(await shelf.entries()));
  api.get("/documents/:id/checks", async ({ params: { id } }, response) => {
    const counts = isId(id) ? await shelf.checks(id) : undefined;
    if (counts === undefined) notHere(response);
    else response.json(counts);
  });
  api.get("/documents/:id", async ({ params: { id } }, response) => {
    const found = isId(id) ? await shelf.dataset(id) : undefined;
    send(response, found, "application/json");
  });
  api.get("/documents/:id/original", async ({ params: { id } }, response) => {
    const found = isId(id) ? await shelf.original(id) : undefined;
    // Never as what it says it is: a page of the web among the documents must not run here.
    if (found !== undefined) response.attachment("document");
    send(response, found, "application/octet-stream");
  });
  return api;
}

function send(response: Response, found: Original | undefined, type: string): void {
  if (found === undefined) notHere(response);
  else if ("bytes" in found) response.type(type).send(Buffer.from(found.bytes));
  else
    response.sendFile(resolve(found.path), {
      dotfiles: "allow",
      headers: { "Content-Type": type },
    });
}

function notHere(response: Response): void {
  refuse(response, { status: 404, why: "There is no such document here." });
}
