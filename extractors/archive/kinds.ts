import { unzipSync } from "fflate";
import type { Budget } from "./member.js";
import type { Unpacked } from "./zip.js";

/** A kind of archive: told by its bytes, unpacked into memory. */
export interface ArchiveKind {
  readonly is: (bytes: Uint8Array) => boolean;
  readonly unpack: (bytes: Uint8Array, budget: Budget) => Promise<readonly Unpacked[]>;
}

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, i) => bytes[at + i] === byte);

const ZIP_STARTS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
const SEVEN_ZIP = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c];
const RAR = [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07];
const GZIP = [0x1f, 0x8b, 0x08];
const USTAR = [0x75, 0x73, 0x74, 0x61, 0x72];
const USTAR_AT = 257;

/** What libraries do is loaded with the first archive of the kind. */
const KINDS: readonly ArchiveKind[] = [
  {
    is: isPlainZip,
    unpack: async (...args) => (await import("./zip.js")).unzip(...args),
  },
  {
    is: (bytes) => startsWith(bytes, SEVEN_ZIP),
    unpack: async (...args) => (await import("./seven-zip.js")).unpack7z("7z", ...args),
  },
  {
    is: (bytes) => startsWith(bytes, RAR),
    unpack: async (...args) => (await import("./seven-zip.js")).unpack7z("rar", ...args),
  },
  {
    is: (bytes) => startsWith(bytes, USTAR, USTAR_AT),
    unpack: async (...args) => (await import("./tar.js")).untar(...args),
  },
  {
    is: (bytes) => startsWith(bytes, GZIP),
    unpack: gunzipped,
  },
];

/** The kind of archive that these bytes are; undefined where they are none. */
export function archiveKindOf(bytes: Uint8Array): ArchiveKind | undefined {
  return KINDS.find(({ is }) => is(bytes));
}

/** A gzip holds one file: where this is a TAR, its members are those of the archive. */
async function gunzipped(bytes: Uint8Array, budget: Budget): Promise<readonly Unpacked[]> {
  const { gunzip, untar } = await import("./tar.js");
  const { bytes: unpacked, name = "contents" } = gunzip(bytes, budget);
  if (startsWith(unpacked, USTAR, USTAR_AT)) return untar(unpacked, budget);
  budget.takeMember();
  budget.takeBytes(unpacked.length);
  return [{ path: name.replace(/^.*[\\/]/u, ""), bytes: unpacked }];
}

/** What containers of documents hold that are ZIPs too: of Office, OpenDocument, EPUB, OFD, iWork, and programs. */
const OF_DOCUMENT =
  /^(?:\[content_types\]\.xml|mimetype|ofd\.xml|index\.zip|meta-inf\/(?:container\.xml|manifest\.xml|manifest\.mf))$/iu;
/** The same of a ZIP whose list cannot be read. */
const OF_BROKEN_DOCUMENT =
  /\[Content_Types\]\.xml|word\/|xl\/|ppt\/|mimetypeapplication\/|OFD\.xml/u;

/** Whether these bytes are a ZIP that is no document of another format. */
function isPlainZip(bytes: Uint8Array): boolean {
  if (!ZIP_STARTS.some((start) => startsWith(bytes, start))) return false;
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name.replaceAll("\\", "/"));
        return false;
      },
    });
  } catch {
    return !OF_BROKEN_DOCUMENT.test(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1"),
    );
  }
  return !names.some((name) => OF_DOCUMENT.test(name));
}
