import { inflateSync } from "node:zlib";
import { LIMITS } from "../../common/limits.js";

const LAYERS = "/OCProperties";
const ENCRYPTED = "/Encrypt";
const PACKED_OBJECTS = "/ObjStm";

/**
 * Whether a PDF has layers, optional content: its catalog says so, in the open or packed in a stream of objects.
 * What is encrypted may.
 */
export function hasLayers(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes(LAYERS) || file.includes(ENCRYPTED)) return true;
  for (let at = file.indexOf(PACKED_OBJECTS); at >= 0; at = file.indexOf(PACKED_OBJECTS, at + 1))
    if (unpacked(file, at).includes(LAYERS)) return true;
  return false;
}

/** The stream whose dictionary stands at this place; empty where it is none or broken. */
function unpacked(file: Buffer, dictionary: number): Buffer {
  const start = file.indexOf("stream", dictionary) + "stream".length;
  const end = file.indexOf("endstream", start);
  const first = file[start] === 0x0d ? start + 2 : start + 1;
  try {
    return inflateSync(file.subarray(first, end < 0 ? file.length : end), {
      maxOutputLength: LIMITS.streamBytes,
    });
  } catch (error) {
    // One that is broken is for pdfium, which makes the best of it.
    if (error instanceof Error) return Buffer.alloc(0);
    throw error;
  }
}
