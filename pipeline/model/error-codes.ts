import type { Bilingual } from "./finding.js";

/** What a code says of a document, and what a person can do. */
interface Meaning {
  readonly means: Bilingual<string>;
  readonly remedy: Bilingual<string>;
}

/** Why a source cannot be read; `error_code` of documents.csv. The message of an error says it of its document. */
export const MEANINGS = {
  empty: {
    means: { en: "The file has no bytes.", zh: "文件没有内容。" },
    remedy: { en: "Fetch it again.", zh: "重新获取。" },
  },
  unknown_format: {
    means: {
      en: "The bytes are of no known format: random or binary data, text full of control characters.",
      zh: "字节不属于任何已知格式：随机或二进制数据，或充满控制字符的文本。",
    },
    remedy: {
      en: "Check that the file is a disclosure.",
      zh: "检查该文件是否为公开文件。",
    },
  },
  unsupported_format: {
    means: {
      en: "A known format that is not read, such as a presentation; an archive given to the library.",
      zh: "已知但不支持的格式，如演示文稿；或向程序库提供了压缩包。",
    },
    remedy: {
      en: "Do what the message says: save a workbook as XLSX, convert a document to DOCX or PDF, unpack an archive.",
      zh: "按提示操作：工作簿另存为 XLSX，文档转换为 DOCX 或 PDF，压缩包解压。",
    },
  },
  damaged: {
    means: {
      en: "Cut short, or not what its first bytes say.",
      zh: "文件不完整，或内容与其开头所示格式不符。",
    },
    remedy: {
      en: "Fetch it again, or open it in its program and save it anew.",
      zh: "重新获取，或用相应程序打开后另存。",
    },
  },
  encrypted: {
    means: {
      en: "A password is needed to open it, or the archive that holds it.",
      zh: "打开文件或其所在的压缩包需要密码。",
    },
    remedy: {
      en: "Save a copy without a password, or ask for one.",
      zh: "另存一份不带密码的副本，或向发布单位索取。",
    },
  },
  too_large: {
    means: {
      en: "Beyond a limit ([SECURITY.md](../SECURITY.md#limits)), so that it would keep its reader busy or fill its memory; the message names which.",
      zh: "超过限制（见 [SECURITY.md](../../SECURITY.md#limits)），否则会长时间占用读取进程或耗尽内存；提示中写明是哪一项。",
    },
    remedy: {
      en: "Split it; print a PDF anew; scan at 300 dpi. Where it is no disclosure, leave it out.",
      zh: "拆分文件；重新生成 PDF；以 300 dpi 扫描。若并非公开文件，请勿提供。",
    },
  },
  no_text: {
    means: {
      en: "A picture, while pictures are not to be read.",
      zh: "文件是图片，而指定了不读取图片。",
    },
    remedy: { en: "Leave out `--ocr never`.", zh: "去掉 `--ocr never`。" },
  },
  no_documents: {
    means: {
      en: "An archive without a file, hidden ones apart.",
      zh: "压缩包中没有文件（隐藏文件除外）。",
    },
    remedy: { en: "Fetch it again.", zh: "重新获取。" },
  },
  unsafe_member: {
    means: {
      en: "A link in an archive, or a file whose path leads out of it.",
      zh: "压缩包中的链接，或路径指向压缩包之外的文件。",
    },
    remedy: {
      en: "Unpack the archive where it does no harm, and give its files.",
      zh: "在安全的环境中解压，再提供其中的文件。",
    },
  },
  ocr_unavailable: {
    means: {
      en: "A picture, while OCR does not work on this machine.",
      zh: "文件是图片，而本机无法进行 OCR。",
    },
    remedy: {
      en: "Install what the message names, and run again.",
      zh: "安装提示中所列的组件后重新运行。",
    },
  },
  converter_unavailable: {
    means: {
      en: "LibreOffice is not there, which reads this format.",
      zh: "读取此格式需要 LibreOffice，而本机没有安装。",
    },
    remedy: {
      en: "Install it, or name it by `--libreoffice PATH`, and run again.",
      zh: "安装 LibreOffice，或用 `--libreoffice PATH` 指定，然后重新运行。",
    },
  },
  not_found: {
    means: {
      en: "There is no such file or address, or it may not be opened or fetched.",
      zh: "文件或地址不存在，或无权打开、获取。",
    },
    remedy: {
      en: "Correct the path or address, or the rights.",
      zh: "更正路径、地址或权限。",
    },
  },
  timeout: {
    means: {
      en: "It, or one of its pages in OCR, took longer than is allowed.",
      zh: "读取文件（或用 OCR 识别其中一页）超过允许的时间。",
    },
    remedy: { en: "Give it more by `--timeout`.", zh: "用 `--timeout` 增加时间。" },
  },
  out_of_memory: {
    means: { en: "It took more memory than is allowed.", zh: "读取时占用的内存超过允许的数量。" },
    remedy: {
      en: "Give it more by `--memory`, or split it.",
      zh: "用 `--memory` 增加内存，或拆分文件。",
    },
  },
  crashed: {
    means: {
      en: "It brought the process that reads it down, twice: a fault of the program or of a library.",
      zh: "两次使读取进程崩溃：程序或所用库的缺陷。",
    },
    remedy: {
      en: "Report it with the file ([SECURITY.md](../SECURITY.md#reporting)); the others are read.",
      zh: "附上文件报告（见 [SECURITY.md](../../SECURITY.md#reporting)）；其余文件照常读取。",
    },
  },
  not_read: {
    means: {
      en: "Submitted to the queue, but no result is in the store.",
      zh: "已提交到队列，但存储中还没有结果。",
    },
    remedy: {
      en: "Wait for the workers, or look at `gongkai status`.",
      zh: "等待处理，或查看 `gongkai status`。",
    },
  },
  internal: {
    means: {
      en: "A fault of the program; its stack is on stderr or in the log of the worker.",
      zh: "程序的缺陷；调用栈在 stderr 或 worker 的日志中。",
    },
    remedy: { en: "Report it with the file and the stack.", zh: "附上文件和调用栈报告。" },
  },
} as const satisfies Readonly<Record<string, Meaning>>;

export type UnreadableCode = keyof typeof MEANINGS;

/** The codes in the order of their documentation. */
export const UNREADABLE_CODES = Object.keys(MEANINGS).filter(
  (code): code is UnreadableCode => code in MEANINGS,
);

/** The code that was written of a source, `internal` where there is none like it. */
export function unreadableCode(text: string | null | undefined): UnreadableCode {
  return UNREADABLE_CODES.find((known) => known === text) ?? "internal";
}
