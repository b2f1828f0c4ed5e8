import { UnreadableSource } from "../../pipeline/model/errors.js";
import { attachedFiles } from "../pdf/attachments.js";
import type { Attached } from "../pdf/attachments.js";
import { refusalOf, tooMuch } from "./member.js";
import type { Budget } from "./member.js";
import type { Unpacked } from "./zip.js";

/** The files that hang on a PDF; none of one that cannot be opened, which is told where it is read. */
export async function unpackPdf(bytes: Uint8Array, budget: Budget): Promise<readonly Unpacked[]> {
  const files = await attachedFiles(bytes).catch(none);
  return files.map((file) => taken(file, budget));
}

function none(error: unknown): readonly Attached[] {
  if (error instanceof UnreadableSource) return [];
  throw error;
}

/** A file beyond the limits is one that says why: the PDF is read all the same. */
function taken({ name: path, bytes }: Attached, budget: Budget): Unpacked {
  const listed = { path, isFolder: false, isLink: false, isEncrypted: false };
  const tooLarge = bytes.length > budget.bytesLeft() ? tooMuch(budget.bytesLeft()) : undefined;
  const failure = refusalOf(listed) ?? tooLarge;
  if (failure !== undefined) return { path, failure: { code: failure.code, says: failure.says } };
  budget.takeMember();
  budget.takeBytes(bytes.length);
  return { path, bytes };
}
