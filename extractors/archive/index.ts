import { UnreadableSource } from "../../pipeline/model/errors.js";
import { mayHoldFiles } from "../pdf/signature.js";
import { type ArchiveKind, archiveKindOf } from "./kinds.js";
import { ARCHIVE_LIMITS, INTO, budgetFor } from "./member.js";
import type { Budget, Member, MemberFailure } from "./member.js";

export type { Member } from "./member.js";

/** The files that a PDF holds, which is a document besides. */
const PDF_FILES: Unpacker = {
  unpack: async (...args) => (await import("./pdf-files.js")).unpackPdf(...args),
};

/** Whether these bytes are an archive of documents: ZIP, 7z, RAR, TAR, TAR.GZ or GZ. */
export function isArchive(bytes: Uint8Array): boolean {
  return archiveKindOf(bytes) !== undefined;
}

/**
 * The files that hang on a PDF, and those in archives among them; none where there are none.
 *
 * @throws UnreadableSource `too_large` where an archive among them unpacks to more than is taken
 */
export async function unpackAttached(bytes: Uint8Array): Promise<readonly Member[]> {
  if (!mayHoldFiles(bytes)) return [];
  return membersOf(PDF_FILES, bytes, { budget: budgetFor(bytes.length), path: "", depth: 1 });
}

/**
 * The files in an archive, and in the archives within it. Hidden ones are passed over. One that cannot be
 * read alone, or should not be, says why; nothing is written to the disk.
 *
 * @throws UnreadableSource `no_documents` where there is no file; `damaged`, `encrypted`; `too_large` where it
 *   unpacks to more than is taken
 */
export async function unpack(bytes: Uint8Array): Promise<readonly Member[]> {
  const members = await unpackInto(bytes, { budget: budgetFor(bytes.length), path: "", depth: 1 });
  if (members.length === 0) throw new UnreadableSource("no_documents", NO_DOCUMENTS);
  return members;
}

interface Place {
  readonly budget: Budget;
  /** The path of this archive in the one that was given; empty where it is that one. */
  readonly path: string;
  readonly depth: number;
}

async function unpackInto(bytes: Uint8Array, place: Place): Promise<readonly Member[]> {
  const kind = archiveKindOf(bytes);
  return kind === undefined ? [] : membersOf(kind, bytes, place);
}

type Unpacker = Pick<ArchiveKind, "unpack">;

async function membersOf(
  kind: Unpacker,
  bytes: Uint8Array,
  place: Place,
): Promise<readonly Member[]> {
  const { budget, path, depth } = place;
  const within = path === "" ? null : path;
  const members: Member[] = [];
  for (const unpacked of await kind.unpack(bytes, budget)) {
    const member = {
      ...unpacked,
      path: within === null ? unpacked.path : path + INTO + unpacked.path,
      within,
    };
    if ("bytes" in member && isArchive(member.bytes))
      members.push(
        ...(await nested(member.bytes, { budget, path: member.path, depth: depth + 1 }, within)),
      );
    else members.push(member);
  }
  return members;
}

/** The members of an archive within; where it cannot be unpacked, it is a member that says why. */
async function nested(
  bytes: Uint8Array,
  place: Place,
  within: string | null,
): Promise<readonly Member[]> {
  const { path, depth } = place;
  const failed = (failure: MemberFailure): readonly Member[] => [{ path, within, failure }];
  if (depth > ARCHIVE_LIMITS.depth) return failed(TOO_DEEP);
  try {
    const members = await unpackInto(bytes, place);
    return members.length === 0 ? failed({ code: "no_documents", says: NO_DOCUMENTS }) : members;
  } catch (error) {
    // What is too large is so for the whole.
    if (!(error instanceof UnreadableSource) || error.code === "too_large") throw error;
    return failed({ code: error.code, says: error.says });
  }
}

const NO_DOCUMENTS = {
  en: "The archive holds no files but hidden ones, so no documents.",
  zh: "压缩包中没有文件（隐藏文件除外），因此没有文档。",
};
const TOO_DEEP: MemberFailure = {
  code: "too_large",
  says: {
    en: `It is an archive in an archive, more than ${ARCHIVE_LIMITS.depth} deep: unpack it and give its files.`,
    zh: `压缩包嵌套超过 ${ARCHIVE_LIMITS.depth} 层，请解压后提供其中的文件。`,
  },
};
