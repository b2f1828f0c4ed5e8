import { decodeText, type Decoded } from "../common/charset.js";
import { framesOf } from "./links.js";
import { partAt, type SavedPage } from "./mht.js";
import type { Element } from "./tree.js";

/** A page that was saved in a frame of another. */
interface Frame {
  readonly decoded: Decoded;
  readonly address: string;
}

/** The pages that were saved in the frames of a page, and how many of its frames hold none that can be read. */
interface SavedFrames {
  readonly frames: readonly Frame[];
  readonly missing: number;
}

/** Opens the frames of a saved page; those of a page alone are elsewhere. */
export function savedFrames(
  root: Element,
  saved: Pick<SavedPage, "address" | "parts"> | null,
): SavedFrames {
  if (saved === null) return { frames: [], missing: 0 };
  const addresses = framesOf(root).filter((address) => address !== "");
  const frames = addresses.flatMap((source) => {
    const part = partAt(source, saved);
    const decoded = part && decodeText(part.bytes);
    return part === null || decoded === null ? [] : [{ decoded, address: part.address }];
  });
  return { frames, missing: addresses.length - frames.length };
}
