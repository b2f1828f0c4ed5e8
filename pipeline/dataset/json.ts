import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { ToldError, UnreadableSource, codeOf } from "../model/errors.js";
import { documentHead } from "./dataset.js";
import type { DocumentDataset, DocumentHead } from "./dataset.js";
import { validate } from "./validate.js";

/** As much JSON as can be read back: a string holds no more characters. */
const MOST_BYTES = 500_000_000;

/** What is gathered as text before it becomes bytes. */
const CHUNK = 1 << 20;

/** Some of a document's JSON: bytes that share their memory with nothing, so that they may be handed over. */
export type Piece = Uint8Array<ArrayBuffer>;

/**
 * Gives a document's JSON as it is written, in UTF-8, in pieces of about 1 MB; the whole may be as large as all
 * that was read.
 *
 * @throws UnreadableSource where it would be too large to be read back; pieces may have been given by then
 */
export function printPieces(
  dataset: DocumentDataset,
  give: (piece: Piece) => void,
  { mostBytes = MOST_BYTES } = {},
): void {
  const encoder = new TextEncoder();
  let bytes = 0;
  let waiting = "";
  const flush = () => {
    const piece = encoder.encode(waiting);
    waiting = "";
    bytes += piece.length;
    if (bytes > mostBytes) throw tooMuch(mostBytes);
    give(piece);
  };
  print(dataset, (text) => {
    waiting += text;
    if (waiting.length >= CHUNK) flush();
  });
  flush();
}

/**
 * A document's JSON in one piece.
 *
 * @throws UnreadableSource where it would be too large to be read back
 */
export function printDataset(dataset: DocumentDataset): Uint8Array {
  const pieces: Piece[] = [];
  printPieces(dataset, (piece) => pieces.push(piece));
  return Buffer.concat(pieces);
}

function tooMuch(mostBytes: number): UnreadableSource {
  return new UnreadableSource("too_large", {
    en: `What it holds takes more than ${mostBytes} bytes of JSON. Split it and give the parts.`,
    zh: `其内容写成 JSON 超过 ${mostBytes} 字节，请拆分后分别提供。`,
  });
}

/**
 * JSON for machines that a person can read and compare: one record, cell or other small thing a line.
 * Comes in pieces, since a whole document may be longer than a string can be.
 */
function print(value: unknown, write: (piece: string) => void): void {
  printValue(value, { indent: "", write });
  write("\n");
}

/** The same in one string. */
export function printJson(value: unknown): string {
  const pieces: string[] = [];
  print(value, (piece) => pieces.push(piece));
  return pieces.join("");
}

/** A file among the documents of an output folder is not what this version writes there. */
export class UnreadableDataset extends ToldError {
  override readonly name = "UnreadableDataset";
}

/**
 * The dataset in a JSON file.
 *
 * @throws UnreadableDataset where it is another version's, or was edited and is wrong
 */
export async function readDataset(path: string): Promise<DocumentDataset> {
  const text = await readFile(path, "utf8");
  try {
    return validate(JSON.parse(text));
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** What is told of a JSON file that cannot be read back. */
export function unreadable(path: string, cause: unknown): UnreadableDataset {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UnreadableDataset(
    {
      en: `${path} is no dataset of this version (${reason}). Remove it, or extract with --clean.`,
      zh: `${path} 不是本版本的数据集（${reason}）。请删除它，或在 extract 时加 --clean。`,
    },
    { cause },
  );
}

/**
 * The first lines of a JSON file: who made it, and of what. Undefined where there is no such file, or
 * it is no dataset of this version's form.
 */
export async function readHead(path: string): Promise<DocumentHead | undefined> {
  const text = await textUntil(path, AFTER_HEAD);
  if (text === undefined) return undefined;
  try {
    return documentHead.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What stands after the head where there are rows, since the printed order is that of the schema. */
export const AFTER_HEAD = `,\n "cells": `;

/**
 * A file up to a mark, as whole JSON: all of it where the mark is not in it, as in that of a document
 * without any rows, which is printed in one line. Undefined where there is no file.
 */
export async function textUntil(path: string, mark: string): Promise<string | undefined> {
  let text = "";
  try {
    for await (const chunk of createReadStream(path, "utf8")) {
      text += String(chunk);
      const end = text.indexOf(mark);
      if (end >= 0) return `${text.slice(0, end)}}`;
    }
    return text;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

interface Printer {
  readonly indent: string;
  readonly write: (piece: string) => void;
}

function printValue(value: unknown, printer: Printer): void {
  if (!isObject(value) || !holdsRows(value)) printer.write(JSON.stringify(value));
  else if (Array.isArray(value)) printList(value, printer);
  else printMembers(value, printer);
}

function printList(members: readonly unknown[], { indent, write }: Printer): void {
  const inner = { indent: `${indent} `, write };
  let before = `[\n${inner.indent}`;
  for (const member of members) {
    // Most are small: one piece each, where two would cost half as much again.
    if (isObject(member) && holdsRows(member)) {
      write(before);
      printValue(member, inner);
    } else write(before + JSON.stringify(member));
    before = `,\n${inner.indent}`;
  }
  write(`\n${indent}]`);
}

function printMembers(value: object, { indent, write }: Printer): void {
  const inner = { indent: `${indent} `, write };
  let before = "{";
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    write(`${before}\n${inner.indent}${JSON.stringify(key)}: `);
    printValue(member, inner);
    before = ",";
  }
  write(`\n${indent}}`);
}

/** Whether a list of objects is in it, however deep: such a value takes several lines. */
function holdsRows(value: object): boolean {
  if (Array.isArray(value)) return isObject(value[0]);
  for (const key in value) {
    const member: unknown = Reflect.get(value, key);
    if (isObject(member) && holdsRows(member)) return true;
  }
  return false;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
