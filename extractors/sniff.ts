import { UnreadableSource, emptySource } from "../pipeline/model/errors.js";
import type { Bilingual } from "../pipeline/model/finding.js";
import type { Format } from "./common/format.js";

/** A format that is known but not read, by the bytes it starts with or holds. */
interface Foreign {
  readonly name: Bilingual<string>;
  readonly starts?: readonly number[];
  readonly holds?: RegExp;
  readonly advice: Bilingual<string>;
}

const CONVERT = {
  en: "Convert it to DOCX or PDF and try again.",
  zh: "请转换为 DOCX 或 PDF 后重试。",
};
const UNPACK = {
  en: "Unpack it and give one of its files; gongkai extract and gongkai submit take it as it is.",
  zh: "请解压后提供其中一个文件；gongkai extract 和 gongkai submit 可直接读取压缩包。",
};
const SAVE_AS_XLSX = { en: "Save it as XLSX and try again.", zh: "请另存为 XLSX 后重试。" };
/** How a workbook of Excel 2, 3 and 4 begins. */
const OLD_WORKBOOKS = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
] as const;
const FOREIGN: readonly Foreign[] = [
  {
    name: { en: "a binary Excel workbook (XLSB)", zh: "Excel 二进制工作簿（XLSB）" },
    starts: [0x50, 0x4b],
    holds: /xl\/workbook\.bin/u,
    advice: SAVE_AS_XLSX,
  },
  {
    name: { en: "a damaged Excel workbook", zh: "损坏的 Excel 工作簿" },
    starts: [0x50, 0x4b],
    holds: /xl\/(?:workbook|worksheets)/u,
    advice: SAVE_AS_XLSX,
  },
  {
    name: { en: "an Excel workbook in XML (SpreadsheetML 2003)", zh: "XML 格式的 Excel 工作簿" },
    holds: /<\?mso-application\s+progid="Excel|urn:schemas-microsoft-com:office:spreadsheet/u,
    advice: SAVE_AS_XLSX,
  },
  ...OLD_WORKBOOKS.map((starts) => ({
    name: { en: "an Excel workbook of before 1993", zh: "1993 年以前的 Excel 工作簿" },
    starts,
    advice: SAVE_AS_XLSX,
  })),
  { name: { en: "a ZIP archive", zh: "ZIP 压缩包" }, starts: [0x50, 0x4b], advice: UNPACK },
  {
    name: {
      en: "a Word 97–2003 or WPS file",
      zh: "Word 97–2003 或 WPS 文件",
    },
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    advice: CONVERT,
  },
  {
    name: { en: "a 7z archive", zh: "7z 压缩包" },
    starts: [0x37, 0x7a, 0xbc, 0xaf],
    advice: UNPACK,
  },
  {
    name: { en: "a RAR archive", zh: "RAR 压缩包" },
    starts: [0x52, 0x61, 0x72, 0x21],
    advice: UNPACK,
  },
  {
    name: { en: "a gzip archive", zh: "gzip 压缩包" },
    starts: [0x1f, 0x8b, 0x08],
    advice: UNPACK,
  },
  {
    name: { en: "an RTF file", zh: "RTF 文件" },
    starts: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    advice: CONVERT,
  },
  {
    name: { en: "an XML file", zh: "XML 文件" },
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
    throw new UnreadableSource("unsupported_format", {
      en: `This is ${foreign.name.en}, which is not read. ${foreign.advice.en}`,
      zh: `尚不支持读取这种格式（${foreign.name.zh}）。${foreign.advice.zh}`,
    });
  throw new UnreadableSource("unknown_format", {
    en: "The bytes are of no known format. Check that the file is a disclosure.",
    zh: "无法识别文件格式，请检查它是否为公开文件。",
  });
}

function isOf(bytes: Uint8Array, { starts, holds }: Foreign): boolean {
  if (starts?.some((byte, i) => bytes[i] !== byte)) return false;
  if (holds === undefined) return true;
  const ends = Buffer.concat([bytes.subarray(0, 65_536), bytes.subarray(-65_536)]);
  return holds.test(ends.toString("latin1"));
}
