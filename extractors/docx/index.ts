import type { Block, Document, Ignored } from "../../pipeline/model/document.js";
import { type Finding, finding, type Outcome } from "../../pipeline/model/finding.js";
import type { Format, Recognition } from "../common/format.js";
import { startCounters } from "./counters.js";
import { readInserts } from "./inserts.js";
import { readLists } from "./numbering.js";
import {
  isEncryptedPackage,
  isPackage,
  openPackage,
  type Package,
  type PackageKind,
  type Relationship,
} from "../office/package.js";
import { notRun } from "../office/not-run.js";
import { isInContentsField } from "./paragraph.js";
import { readPart } from "./part.js";
import {
  type Insert,
  type MarginReference,
  type NoteReference,
  type Seen,
  type Shared,
  startFlow,
} from "./reader.js";
import {
  embeddedObjectNotRead,
  embeddedPartNotRead,
  hiddenRowsLeftOut,
  smallPictureNotRead,
  struckTextLeftOut,
  symbolUnknown,
  tableInsideCell,
  trackedChangesAccepted,
} from "./rules.js";
import { pictureNotRead } from "../shown/rules.js";
import { readStyles } from "./styles.js";
import { readThemeFonts } from "./theme.js";

const WORD: PackageKind = {
  mainPart: "word/document.xml",
  mainType: /wordprocessingml\.(document|template)\.main\+xml|ms-word\.[\w.]+\.main\+xml/iu,
};

/**
 * Word (Office Open XML, transitional and strict; also .docm, .dotx, .dotm). Documents behind a
 * password are accepted, to be refused for what they are.
 */
export const docx: Format = {
  name: "docx",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  accepts: (bytes) => isPackage(bytes, WORD) || isEncryptedPackage(bytes),
  extract: async (bytes, recognition) => documentIn(openPackage(bytes, WORD), recognition),
};

/** What reading one document needs at every step. */
interface Source {
  readonly pack: Package;
  readonly relations: ReadonlyMap<string, Relationship>;
  readonly shared: Shared;
}

/** The body in its order, then the notes in the order in which the body refers to them. */
async function documentIn(
  pack: Package,
  recognition: Recognition | undefined,
): Promise<Outcome<Document>> {
  const relations = pack.relationships(pack.main);
  const source: Source = { pack, relations, shared: readShared(pack, relations) };
  const blocks: Block[] = [];
  const flow = startFlow("", collector(blocks));
  const bytes = pack.part(pack.main);
  if (bytes) readPart({ bytes, shared: source.shared, flow });
  const body = isInContentsField(flow) ? blocks.map(withoutContents) : blocks;
  const notes = (["footnote", "endnote"] as const).flatMap((kind) => readNotes(source, kind));
  const ignored = [...readMargins(source), ...source.shared.seen.struck];
  const { seen } = source.shared;
  const target = (insert: Insert) => relations.get(insert.relationship)?.target ?? "";
  const shown = await readInserts(seen.inserts, (insert) => pack.part(target(insert)), recognition);
  const document: Document = {
    blocks: [...body.flatMap((block) => shown.blocks.get(block) ?? [block]), ...notes],
    pages: [],
    ignored,
  };
  seen.pictures += shown.pictures;
  seen.embeddedParts += shown.parts;
  return {
    value: document,
    findings: [...tell(seen), ...shown.findings, ...notRunIn(pack, relations)],
  };
}

/** Macros, and what Word would fetch when it opens the document: its template, linked pictures and objects. */
function notRunIn(pack: Package, relations: Source["relations"]): readonly Finding[] {
  const related = [...relations.values()];
  const settings = related.find(({ type }) => type === "settings");
  const all = [...related, ...(settings ? pack.relationships(settings.target).values() : [])];
  return notRun({
    macros: all.filter(({ type }) => type === "vbaProject").length,
    links: all.filter(({ type, isExternal }) => isExternal && type !== "hyperlink").length,
  });
}

function readShared(pack: Package, relations: Source["relations"]): Shared {
  const part = (type: string) => {
    const related = [...relations.values()].find((each) => each.type === type);
    return related && pack.part(related.target);
  };
  return {
    styles: readStyles(part("styles"), readThemeFonts(part("theme"))),
    counters: startCounters(readLists(part("numbering"))),
    seen: {
      notes: [],
      margins: [],
      objects: [],
      inserts: [],
      symbols: new Set(),
      pictures: 0,
      smallPictures: 0,
      extent: undefined,
      embeddedParts: 0,
      changes: 0,
      hiddenRows: 0,
      tablesInCells: 0,
      struck: [],
    },
  };
}

function readNotes({ pack, relations, shared }: Source, kind: NoteReference["kind"]): Block[] {
  const target = [...relations.values()].find(({ type }) => type === `${kind}s`)?.target;
  const bytes = target === undefined ? undefined : pack.part(target);
  const ids = new Set(shared.seen.notes.filter((note) => note.kind === kind).map(({ id }) => id));
  if (!bytes || ids.size === 0) return [];
  const notes = new Map<string, Block[]>([...ids].map((id) => [id, []]));
  const numbers = new Map([...ids].map((id, index) => [id, index + 1]));
  readPart({
    bytes,
    shared,
    flow: startFlow("", () => undefined),
    noteFlow: (id) => {
      const blocks = notes.get(id);
      return blocks && startFlow(`${kind} ${numbers.get(id)}`, collector(blocks));
    },
  });
  return [...notes.values()].flat();
}

/** A table of contents that never ended says nothing of what stood in it. */
function withoutContents(block: Block): Block {
  if (block.type === "table") return block;
  const { contents: _, ...rest } = block;
  return rest;
}

/** Headers and footers are printed on every page, but are no content. */
function readMargins({ pack, relations, shared }: Source): Ignored[] {
  const ignored: Ignored[] = [];
  const counts = { header: 0, footer: 0 };
  const kinds = new Map<string, MarginReference["kind"]>();
  for (const { kind, relationship } of shared.seen.margins) {
    const target = relations.get(relationship)?.target;
    if (target !== undefined) kinds.set(target, kind);
  }
  for (const [target, kind] of kinds) {
    const bytes = pack.part(target);
    if (!bytes) continue;
    counts[kind] += 1;
    const blocks: Block[] = [];
    const flow = startFlow(`${kind} ${counts[kind]}`, collector(blocks));
    readPart({ bytes, shared, flow });
    for (const { text, at } of blocks.flatMap(texts)) ignored.push({ text, reason: kind, at });
  }
  return ignored;
}

function texts(block: Block): readonly Pick<Ignored, "text" | "at">[] {
  if (block.type === "paragraph") return [block];
  return block.cells.filter(({ text }) => text !== "");
}

function collector(blocks: Block[]): (block: Block) => void {
  return (block) => {
    blocks.push(block);
  };
}

function tell(seen: Seen): Finding[] {
  const {
    embeddedParts,
    objects,
    pictures,
    smallPictures,
    changes,
    symbols,
    hiddenRows,
    struck,
    tablesInCells,
  } = seen;
  return [
    ...(embeddedParts > 0 ? [finding(embeddedPartNotRead, { count: embeddedParts })] : []),
    ...(objects.length > 0 ? [finding(embeddedObjectNotRead, { kinds: objects })] : []),
    ...(pictures > 0 ? [finding(pictureNotRead, { count: pictures })] : []),
    ...(smallPictures > 0 ? [finding(smallPictureNotRead, { count: smallPictures })] : []),
    ...(changes > 0 ? [finding(trackedChangesAccepted, { count: changes })] : []),
    ...(struck.length > 0 ? [finding(struckTextLeftOut, { count: struck.length })] : []),
    ...(hiddenRows > 0 ? [finding(hiddenRowsLeftOut, { count: hiddenRows })] : []),
    ...(tablesInCells > 0 ? [finding(tableInsideCell, { count: tablesInCells })] : []),
    ...(symbols.size > 0 ? [finding(symbolUnknown, { codes: [...symbols] })] : []),
  ];
}
