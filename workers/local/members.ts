import { UnreadableSource, sourceOf, sourceWithoutBytes } from "../../index.js";
import type { Member, Origin, Source } from "../../index.js";
import { emptySource } from "../../pipeline/model/errors.js";
import type { Input, Opened } from "./open-input.js";

/** What stands between the path of an archive and that of its member. */
const INTO = "!/";

/** How deep documents hold others that are read: an archive in an archive, a file on a PDF. */
const DEEPEST = 3;

/** Whether what an input holds stands too deep to be read. */
export function isDeep({ path }: Pick<Input, "path">): boolean {
  return path.split(INTO).length > DEEPEST;
}

/** The members of an archive as inputs, each open: their paths go on from that of the archive. */
export function memberInputs(
  { path }: Pick<Input, "path">,
  archive: Source,
  members: readonly Member[],
): readonly Input[] {
  return members.map((member) => ({
    path: path + INTO + member.path,
    fileName: archive.file_name + INTO + member.path,
    opened: openMember(archive, member),
  }));
}

/** A member with where it was found: in its archive, wherever that was. */
export function openMember(archive: Source, member: Member): Opened {
  const { source_url, retrieved_at, issuer, region, note } = archive;
  const fileName = archive.file_name + INTO + member.path;
  const found: Partial<Origin> = {
    path: archive.path + INTO + member.path,
    origin: member.within === null ? archive.path : archive.path + INTO + member.within,
    source_url,
    retrieved_at,
    issuer,
    region,
    note,
  };
  if ("bytes" in member) {
    const source = sourceOf(member.bytes, fileName, found);
    if (member.bytes.length > 0) return { source, bytes: member.bytes };
    return { source, error: emptySource() };
  }
  const { code, says } = member.failure;
  return {
    source: sourceWithoutBytes(fileName, found),
    error: new UnreadableSource(code, says),
  };
}
