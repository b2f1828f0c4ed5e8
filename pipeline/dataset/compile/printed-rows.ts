import { createReadStream } from "node:fs";
import { RECORD_FILES } from "../../model/records/registry.js";
import type { DatasetRecord, RecordFile } from "../../model/records/registry.js";
import { unreadable } from "../json.js";

/** Bytes of a JSON file that are read at once: its records are in memory no longer than these. */
const CHUNK = 1 << 20;

const NEWLINE = 10;
const SPACE = 32;
/** Spaces before a line of something within a record: no column of a CSV file. */
const DEEP = 4;

/** Some records of one CSV file. */
export interface PrintedRows {
  readonly file: RecordFile;
  readonly records: readonly DatasetRecord<RecordFile>[];
}

/**
 * The records in a JSON file as `printDataset` prints it, some at a time. What stands deeper than their columns,
 * such as the cells of tables, is passed over line by line: it may be a hundred times what the records are.
 *
 * @throws UnreadableDataset where it is no JSON of that form any more
 */
export async function* printedRows(path: string): AsyncGenerator<PrintedRows> {
  const place: Place = { list: null, members: null, isEnded: false };
  try {
    for await (const lines of shallowLines(path)) yield* rowsIn(lines, place);
    if (!place.isEnded) throw new SyntaxError("it breaks off");
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** The lines of a file that are not deep, chunk by chunk. */
async function* shallowLines(path: string): AsyncGenerator<readonly string[]> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    const bytes = Buffer.concat([rest, chunk]);
    const lines: string[] = [];
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      if (!isDeep(bytes, start)) lines.push(bytes.toString("utf8", start, end));
      start = end + 1;
    }
    rest = bytes.subarray(start);
    yield lines;
  }
}

function isDeep(bytes: Buffer, start: number): boolean {
  for (let at = start; at < start + DEEP; at += 1) if (bytes[at] !== SPACE) return false;
  return true;
}

/** Where in the file the next line stands. */
interface Place {
  /** The list that is open. */
  list: string | null;
  /** The members so far of a record that takes several lines. */
  members: string[] | null;
  isEnded: boolean;
}

const MEMBER = /^ (?<name>"\w+"): (?<value>.*)$/u;

/** The records that these lines print, list by list. */
function* rowsIn(lines: readonly string[], place: Place): Generator<PrintedRows> {
  let records: DatasetRecord<RecordFile>[] = [];
  for (const line of lines) {
    const text = line.endsWith(",") ? line.slice(0, -1) : line;
    const closed = place.list;
    if (text === " ]") place.list = null;
    else if (place.list !== null) {
      const record = recordIn(text, place);
      if (record !== null) records.push(JSON.parse(record));
      continue;
    } else yield* onFirstLevel(text, place);
    if (closed !== null) yield* listed(closed, records);
    records = [];
  }
  if (place.list !== null) yield* listed(place.list, records);
}

/** A line outside all lists: a list begins, or a member stands in it whole; so does a document without records. */
function* onFirstLevel(text: string, place: Place): Generator<PrintedRows> {
  if (text === "{") return;
  if (text === "}") {
    place.isEnded = true;
    return;
  }
  const { name, value } = MEMBER.exec(text)?.groups ?? {};
  if (value === "[") place.list = JSON.parse(name ?? "");
  else {
    const members: object = JSON.parse(name === undefined ? text : `{${text}}`);
    if (name === undefined) place.isEnded = true;
    for (const [list, member] of Object.entries(members)) yield* listed(list, [member].flat());
  }
}

/** The JSON of a record that ends with a line of a list; null where it goes on, or none does. */
function recordIn(text: string, place: Place): string | null {
  if (text === "  {") place.members = [];
  else if (text === "  }") {
    const record = `{${place.members?.join(",") ?? ""}}`;
    place.members = null;
    return record;
  } else if (place.members === null) return text;
  else if (!/^ {3}[\]}]|[[{]$/u.test(text)) place.members.push(text);
  return null;
}

function* listed(
  list: string,
  records: readonly DatasetRecord<RecordFile>[],
): Generator<PrintedRows> {
  const file = RECORD_FILES.find((name) => name === (list === "document" ? "documents" : list));
  if (file !== undefined && records.length > 0) yield { file, records };
}
