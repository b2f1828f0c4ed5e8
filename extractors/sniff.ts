import { UnreadableSource, emptySource } from "../pipeline/model/errors.js";
import type { Bilingual } from "../pipeline/model/finding.js";
import type { Format } from "./common/format.js";
import { rootNames } from "./office/compound.js";

/** A format that is known but not read, by the bytes it starts with or holds. */
interface Foreign {
  readonly name: Bilingual<string>;
  readonly starts?: readonly number[];
  readonly holds?: RegExp;
  /** What stands at the root of a compound file. */
  readonly root?: string;
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
const SAVE_AS_PDF = { en: "Save it as PDF and try again.", zh: "请另存为 PDF 后重试。" };
/** How a workbook of Excel 2, 3 and 4 begins. */
const OLD_WORKBOOKS = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
] as const;
const FOREIGN: readonly Foreign[] = [
  {
    name: { en: "a damaged Excel workbook", zh: "损坏的 Excel 工作簿" },
    starts: [0x50, 0x4b],
    holds: /xl\/(?:workbook|worksheets)/u,
    advice: SAVE_AS_XLSX,
  },
  ...OLD_WORKBOOKS.map((starts) => ({
    name: { en: "an Excel workbook of before 1993", zh: "1993 年以前的 Excel 工作簿" },
    starts,
    advice: SAVE_AS_XLSX,
  })),
  {
    name: { en: "a damaged OFD document", zh: "损坏的 OFD 文档" },
    starts: [0x50, 0x4b],
    holds: /OFD\.xml/u,
    advice: { en: "Fetch it again, or print it as PDF.", zh: "请重新获取，或打印为 PDF。" },
  },
  {
    name: { en: "a presentation", zh: "演示文稿" },
    starts: [0x50, 0x4b],
    holds: /ppt\/presentation|opendocument\.(?:presentation|graphics)/u,
    advice: SAVE_AS_PDF,
  },
  {
    name: { en: "a presentation", zh: "演示文稿" },
    root: "PowerPoint Document",
    advice: SAVE_AS_PDF,
  },
  { name: { en: "a ZIP archive", zh: "ZIP 压缩包" }, starts: [0x50, 0x4b], advice: UNPACK },
  {
    name: {
      en: "a file of Office before 2007 in which no document of Word, WPS or Excel is found",
      zh: "Office 2007 以前的文件，其中没有找到 Word、WPS 或 Excel 文档",
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

function isOf(bytes: Uint8Array, { starts, holds, root }: Foreign): boolean {
  if (starts?.some((byte, i) => bytes[i] !== byte)) return false;
  if (root !== undefined) return rootNames(bytes)?.has(root) === true;
  if (holds === undefined) return true;
  const ends = Buffer.concat([bytes.subarray(0, 65_536), bytes.subarray(-65_536)]);
  return holds.test(ends.toString("latin1"));
}
