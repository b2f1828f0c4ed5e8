import express from "express";
import type { Express, Request, Response } from "express";
import { ToldError } from "../../pipeline/model/errors.js";
import { correctionRow } from "../local/corrections.js";
import type { CorrectionRow } from "../local/corrections.js";
import { refuse } from "../served/access.js";
import { isId, onlyFromOwn } from "./own-pages.js";
import type { Shelf } from "./shelf.js";

/** What a page sends: the server knows the document and the time. */
const sent = correctionRow.omit({ document: true, when: true });

/** Gives what readers put right in a document, takes more of it, and tells whether it does. */
export function correctionsOf(shelf: Shelf, readOnly: boolean): Express {
  const desk = express().disable("x-powered-by").set("env", "production");
  const isTaken = !readOnly && shelf.corrections !== undefined;
  desk.get("/corrections", (_request, response) => response.json({ isTaken }));
  desk.get("/documents/:id/corrections", async ({ params: { id } }, response) =>
    telling(response, async () => {
      const document = await hashOf(shelf, id);
      const rows = document === undefined ? [] : await shelf.corrections?.of(document);
      response.json(rows ?? []);
    }),
  );
  if (isTaken)
    desk.post(
      "/documents/:id/corrections",
      onlyFromOwn,
      express.json({ limit: "64kb" }),
      async ({ params, body }: Request<{ id: string }>, response: Response) =>
        telling(response, async () => answer(response, await taken(shelf, params.id, body))),
    );
  return desk;
}

/** Answers with what is told of a file that cannot be read. */
async function telling(response: Response, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ToldError)) throw error;
    refuse(response, { status: 500, why: error.says.en });
  }
}

/** What a request came to: the row that was added, or why none was. */
type Taken = { readonly row: CorrectionRow } | { readonly status: number; readonly why: string };

async function taken(shelf: Shelf, id: string, body: unknown): Promise<Taken> {
  const document = await hashOf(shelf, id);
  if (document === undefined) return { status: 404, why: "There is no such document here." };
  const { success, data, error } = sent.safeParse(body);
  if (!success) return { status: 400, why: error.message };
  const row = { document, ...data, when: new Date().toISOString() };
  await shelf.corrections?.add(row);
  return { row };
}

function answer(response: Response, came: Taken): void {
  if ("row" in came) response.status(201).json(came.row);
  else refuse(response, came);
}

async function hashOf(shelf: Shelf, id: string): Promise<string | undefined> {
  return isId(id) ? shelf.hash(id) : undefined;
}
