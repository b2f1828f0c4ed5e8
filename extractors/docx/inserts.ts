import type { Block } from "../../pipeline/model/document.js";
import type { Finding } from "../../pipeline/model/finding.js";
import type { Recognition } from "../common/format.js";
import { relocatedAll } from "../common/relocated.js";
import { importedPage } from "../html/imported-page.js";
import { pictureTables } from "../shown/picture-tables.js";
import { pictureFindings } from "../shown/picture-findings.js";
import type { Insert } from "./reader.js";

/** What the inserts of a document are: blocks in the place of those that kept it, and how many were not read. */
interface Shown {
  readonly blocks: ReadonlyMap<Block, readonly Block[]>;
  readonly pictures: number;
  readonly parts: number;
  readonly findings: readonly Finding[];
}

/** Reads the imported web pages of a Word document, and the tables in its pictures. */
export async function readInserts(
  inserts: readonly Insert[],
  bytesOf: (insert: Insert) => Uint8Array | undefined,
  recognition: Recognition | undefined,
): Promise<Shown> {
  const blocks = new Map<Block, readonly Block[]>(inserts.map(({ block }) => [block, []]));
  const findings: Finding[] = [];
  let parts = 0;
  for (const insert of inserts.filter(({ kind }) => kind === "part")) {
    const page = await importedPage(bytesOf(insert) ?? new Uint8Array(), recognition);
    if (page === null) parts += 1;
    else {
      blocks.set(insert.block, relocatedAll(page.value.blocks, insert.path));
      findings.push(...page.findings);
    }
  }
  const pictures = inserts.filter(({ kind }) => kind === "picture");
  const shown = pictures.map((insert) => ({
    bytes: bytesOf(insert) ?? new Uint8Array(),
    path: insert.path,
  }));
  const read = await pictureTables(shown, recognition);
  for (const [index, insert] of pictures.entries()) {
    const found = read[index];
    if (typeof found === "object") blocks.set(insert.block, found);
  }
  const unread = read.filter((each) => each === "unread").length;
  findings.push(...pictureFindings(shown, read));
  return { blocks, pictures: unread, parts, findings };
}
