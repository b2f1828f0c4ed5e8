import { UnreadableSource } from "../../pipeline/model/errors.js";
import type { UnreadableCode } from "../../pipeline/model/error-codes.js";
import type { Bilingual } from "../../pipeline/model/finding.js";

/** Why a member of an archive is not read: plain data, which passes from process to process. */
export interface MemberFailure {
  readonly code: UnreadableCode;
  readonly says: Bilingual<string>;
}

/** A file of an archive: its bytes, or why they are not given. */
export type Member = {
  /** Its path in the archive; that of one in an archive within is `inner.zip!/folder/file`. */
  readonly path: string;
  /** The path of the archive within that holds it; null where it stands in the archive itself. */
  readonly within: string | null;
} & ({ readonly bytes: Uint8Array } | { readonly failure: MemberFailure });

/** What stands between the path of an archive and that of its member. */
export const INTO = "!/";

/** What one archive may unpack to, with all the archives in it. Beyond, it is refused whole: it is no collection of disclosures but an attack. */
export const ARCHIVE_LIMITS = {
  /** Files; all departments of a province take some hundreds. */
  members: 5_000,
  /** Bytes; a city's budgets with their scans take some 200 MB. */
  bytes: 512 * 2 ** 20,
  /** Below so many bytes the ratio is not asked: they do no harm. */
  ratioFreeBytes: 16 * 2 ** 20,
  /** Unpacked bytes a packed one; a text of tables reaches 40. */
  ratio: 200,
  /** Archives within one another; known: 2. */
  depth: 3,
} as const;

/** What is left of the limits while an archive is unpacked. */
export interface Budget {
  /** @throws UnreadableSource `too_large` where there are too many files */
  readonly takeMember: () => void;
  /** @throws UnreadableSource `too_large` where they are too many, or too many for what they are packed in */
  readonly takeBytes: (bytes: number) => void;
  /** How many bytes more may be unpacked. */
  readonly bytesLeft: () => number;
}

/** The budget of an archive of so many bytes. */
export function budgetFor(packedBytes: number): Budget {
  const { members, bytes, ratioFreeBytes, ratio } = ARCHIVE_LIMITS;
  const mostBytes = Math.min(bytes, Math.max(ratioFreeBytes, packedBytes * ratio));
  let files = 0;
  let taken = 0;
  return {
    takeMember: () => {
      files += 1;
      if (files > members) throw tooMany(members);
    },
    takeBytes: (more) => {
      taken += more;
      if (taken > mostBytes) throw tooMuch(mostBytes);
    },
    bytesLeft: () => mostBytes - taken,
  };
}

function tooMany(members: number): UnreadableSource {
  return new UnreadableSource("too_large", {
    en: `The archive holds more than ${members} files: split it.`,
    zh: `压缩包中的文件超过 ${members} 个，请拆分。`,
  });
}

/** Says that an archive unpacks to more than is taken. */
export function tooMuch(mostBytes: number): UnreadableSource {
  const megabytes = Math.round(mostBytes / 2 ** 20);
  return new UnreadableSource("too_large", {
    en: `The archive unpacks to more than ${megabytes} MB, the most that is taken of its size: split it, or unpack it and give its files.`,
    zh: `压缩包解压后超过 ${megabytes} MB（按其大小最多接受这么多），请拆分，或解压后提供其中的文件。`,
  });
}

/** A file as an archive lists it, before anything of it is unpacked. */
export interface Listed {
  /** With `/` between folders. */
  readonly path: string;
  readonly isFolder: boolean;
  readonly isLink: boolean;
  readonly isEncrypted: boolean;
}

/** Whether a member is passed over, as in a folder that is walked: folders, hidden files, what macOS adds. */
export function isPassedOver({ path, isFolder }: Listed): boolean {
  const parts = path.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
  return isFolder || parts.some((part) => part.startsWith(".") || part === "__MACOSX");
}

/** Why a listed file is not unpacked; undefined where it is. */
export function refusalOf({ path, isLink, isEncrypted }: Listed): MemberFailure | undefined {
  if (isLink) return LINK;
  if (leadsOut(path)) return LEADS_OUT;
  return isEncrypted ? ENCRYPTED_MEMBER : undefined;
}

/** Absolute paths, those of a drive, those that climb, and names that no file has. */
function leadsOut(path: string): boolean {
  const isAbsolute = path.startsWith("/") || /^[a-z]:/iu.test(path);
  return isAbsolute || path.split("/").includes("..") || path.includes("\0");
}

const LINK: MemberFailure = {
  code: "unsafe_member",
  says: {
    en: "It is a link, not a file: what it leads to is not read. Unpack the archive and give its files.",
    zh: "这是链接而不是文件，不读取其指向的内容。请解压后提供其中的文件。",
  },
};
const LEADS_OUT: MemberFailure = {
  code: "unsafe_member",
  says: {
    en: "Its path leads out of the archive: it is not read. Pack it anew, or give the file itself.",
    zh: "其路径指向压缩包之外，不予读取。请重新打包，或直接提供该文件。",
  },
};
const ENCRYPTED_MEMBER: MemberFailure = {
  code: "encrypted",
  says: {
    en: "The archive is protected by a password: give one without.",
    zh: "压缩包有密码保护，请提供不带密码的压缩包。",
  },
};

/** The refusal of an archive whose very list is behind a password. */
export function encryptedArchive(cause?: unknown): UnreadableSource {
  return new UnreadableSource(ENCRYPTED_MEMBER.code, ENCRYPTED_MEMBER.says, { cause });
}

/** Says that the bytes of a member are not those that were packed, or are packed in a way that is not known. */
export const DAMAGED_MEMBER: MemberFailure = {
  code: "damaged",
  says: {
    en: "It cannot be unpacked: the archive is damaged here, or packs it in a way that is not read. Fetch it again, or unpack it and give its files.",
    zh: "无法解压：压缩包此处已损坏，或所用压缩方式不支持。请重新获取，或解压后提供其中的文件。",
  },
};

/** Says that an archive cannot be opened. */
export function damagedArchive(cause?: unknown): UnreadableSource {
  return new UnreadableSource(
    "damaged",
    {
      en: "The archive is damaged: fetch it again.",
      zh: "压缩包已损坏，请重新获取。",
    },
    { cause },
  );
}

/** The name in these bytes: as UTF-8, else as GB 18030, in which Chinese Windows packs, else with marks. */
export function nameOf(bytes: Uint8Array): string {
  for (const charset of ["utf-8", "gb18030"])
    try {
      return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  return new TextDecoder().decode(bytes);
}
