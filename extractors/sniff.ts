import { UnreadableSource, emptySource } from "../pipeline/errors.js";
import type { Format } from "./format.js";

/** A format that is known but not read, by the bytes it starts with or holds. */
interface Foreign {
  readonly name: string;
  readonly starts?: readonly number[];
  readonly holds?: RegExp;
  readonly advice: string;
}

const CONVERT = "Convert it to DOCX or PDF and try again.";
const FOREIGN: readonly Foreign[] = [
  {
    name: "an Excel workbook",
    starts: [0x50, 0x4b],
    holds: /xl\/workbook|xl\/worksheets/u,
    advice: CONVERT,
  },
  { name: "a ZIP archive", starts: [0x50, 0x4b], advice: "Unpack it and give its files." },
  {
    name: "a Word 97–2003, WPS or Excel 97–2003 file",
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    advice: CONVERT,
  },
  {
    name: "a 7z archive",
    starts: [0x37, 0x7a, 0xbc, 0xaf],
    advice: "Unpack it and give its files.",
  },
  {
    name: "a RAR archive",
    starts: [0x52, 0x61, 0x72, 0x21],
    advice: "Unpack it and give its files.",
  },
  { name: "an RTF file", starts: [0x7b, 0x5c, 0x72, 0x74, 0x66], advice: CONVERT },
  {
    name: "a GIF image",
    starts: [0x47, 0x49, 0x46, 0x38],
    advice: "Convert it to PNG and try again.",
  },
  {
    name: "a web page or XML file",
    holds: /^\W*<(?:!doctype|\?xml)|<(?:html|head|body|meta)[\s>]/iu,
    advice: CONVERT,
  },
];

/**
 * The format of these bytes. File names lie and are not asked.
 *
 * @throws UnreadableSource where they are empty, of a known format that is not read, or of none
 */
export function formatOf(bytes: Uint8Array, formats: readonly Format[]): Format {
  if (bytes.length === 0) throw emptySource();
  const format = formats.find((candidate) => candidate.accepts(bytes));
  if (format !== undefined) return format;
  const foreign = FOREIGN.find((candidate) => isOf(bytes, candidate));
  if (foreign !== undefined)
    throw new UnreadableSource(
      "unsupported_format",
      `This is ${foreign.name}, which is not read. ${foreign.advice}`,
    );
  throw new UnreadableSource(
    "unknown_format",
    "The bytes are of no known format. Check that the file is a disclosure.",
  );
}

function isOf(bytes: Uint8Array, { starts, holds }: Foreign): boolean {
  if (starts?.some((byte, i) => bytes[i] !== byte)) return false;
  if (holds === undefined) return true;
  const ends = Buffer.concat([bytes.subarray(0, 65_536), bytes.subarray(-65_536)]);
  return holds.test(ends.toString("latin1"));
}
