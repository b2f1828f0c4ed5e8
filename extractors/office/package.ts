import { type UnzipFileInfo, type Unzipped, unzipSync } from "fflate";
import { UnreadableSource } from "../../pipeline/model/errors.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { type Attributes, readXml } from "./xml.js";
import { OFFICE } from "./settings.js";

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP_ENTRY = [0x50, 0x4b, 0x03, 0x04];

/** How a kind of Office file names its main part, and of which content types that is. */
export interface PackageKind {
  readonly mainPart: string;
  readonly mainType: RegExp;
}

/** Where a relationship leads. `target` is the name of a part, or a URL. */
export interface Relationship {
  readonly type: string;
  readonly target: string;
  /** It leads out of the package, to what is never fetched. */
  readonly isExternal: boolean;
}

/** The parts of an Open Packaging container, inflated as they are asked for. */
export interface Package {
  /** Names ignore case. */
  readonly part: (name: string) => Uint8Array | undefined;
  /** The relationships of a part by id. */
  readonly relationships: (name: string) => ReadonlyMap<string, Relationship>;
  /** The name of the main document part. */
  readonly main: string;
}

/** A package without what stands in front of it: its own offsets count from where it begins. */
function withoutLeading(bytes: Uint8Array): Uint8Array {
  const start = bufferOf(bytes.subarray(0, OFFICE.unpacking.leading)).indexOf(
    Buffer.from(ZIP_ENTRY),
  );
  return start <= 0 ? bytes : bytes.subarray(start);
}

/** Whether these bytes are an Office file of this kind in a ZIP container, whole or damaged. */
export function isPackage(file: Uint8Array, kind: PackageKind): boolean {
  const bytes = withoutLeading(file);
  if (!startsWith(bytes, ZIP_ENTRY)) return false;
  try {
    return partNames(bytes).has(kind.mainPart) || declaresMainPart(bytes, kind);
  } catch (error) {
    if (error instanceof UnreadableSource) return bufferOf(bytes).includes(kind.mainPart);
    throw error;
  }
}

/**
 * Whether these bytes are an Office document of any kind behind a password: the compound file that
 * holds the stream `EncryptedPackage`.
 */
export function isEncryptedPackage(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, COMPOUND_FILE) &&
    bufferOf(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"))
  );
}

/** @throws UnreadableSource `encrypted`, `damaged` or `too_large` */
export function openPackage(file: Uint8Array, kind: PackageKind): Package {
  const bytes = withoutLeading(file);
  refuseEncrypted(bytes);
  const names = partNames(bytes);
  let inflated = 0;
  const part = (name: string): Uint8Array | undefined => {
    if (!names.has(partName(name))) return undefined;
    const found = inflate(bytes, partName(name), OFFICE.unpacking.most - inflated);
    if (found !== undefined) inflated += found.length;
    return found;
  };
  const relationships = (name: string) => readRelationships(part, name);
  return { part, relationships, main: mainPart(names, relationships, kind) };
}

function refuseEncrypted(bytes: Uint8Array): void {
  const flags = startsWith(bytes, ZIP_ENTRY) ? bytes[6] : undefined;
  const zipPassword = flags !== undefined && (flags & 1) === 1;
  if (!zipPassword && !isEncryptedPackage(bytes)) return;
  throw new UnreadableSource("encrypted", {
    en: "The document is protected by a password: save a copy without one.",
    zh: "文档有密码保护，请另存一份不带密码的副本。",
  });
}

function inflate(bytes: Uint8Array, name: string, allowance: number): Uint8Array | undefined {
  const files = unpack(bytes, (file) => {
    if (partName(file.name) !== name) return false;
    refuseTooLarge(file, allowance);
    return true;
  });
  return Object.values(files)[0];
}

function unpack(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Unzipped {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    if (cause instanceof UnreadableSource) throw cause;
    throw damaged({ en: "its ZIP container cannot be unpacked", zh: "其 ZIP 容器无法解压" }, cause);
  }
}

function refuseTooLarge(file: { size: number; originalSize: number }, allowance: number): void {
  const ratio = file.originalSize / Math.max(1, file.size);
  const bomb = file.originalSize > OFFICE.unpacking.ratioFree && ratio > OFFICE.unpacking.ratio;
  if (!bomb && file.originalSize <= allowance) return;
  const megabytes = Math.round(file.originalSize / 2 ** 20);
  throw new UnreadableSource("too_large", {
    en: `The document unpacks to ${megabytes} MB or more: split it.`,
    zh: `文档解压后有 ${megabytes} MB 或更大，请拆分。`,
  });
}

function mainPart(
  names: ReadonlySet<string>,
  relationships: Package["relationships"],
  { mainPart: usual }: PackageKind,
): string {
  const named = [...relationships("").values()].find(({ type }) => type === "officeDocument");
  const name = [named?.target ?? usual, usual].find((each) => names.has(partName(each)));
  if (name === undefined)
    throw damaged({ en: "it has no main document part", zh: "缺少主文档部件" });
  return name;
}

function readRelationships(part: Package["part"], name: string): Map<string, Relationship> {
  const folder = name.replace(/[^/]*$/u, "");
  const found = new Map<string, Relationship>();
  const bytes = part(`${folder}_rels/${name.slice(folder.length)}.rels`);
  if (bytes === undefined) return found;
  readXml(bytes, {
    open: (element, attributes) => {
      if (element !== "Relationship" || attributes["Id"] === undefined) return;
      found.set(attributes["Id"], relationship(attributes, folder));
    },
  });
  return found;
}

function relationship(attributes: Attributes, folder: string): Relationship {
  const target = attributes["Target"] ?? "";
  const external = attributes["TargetMode"] === "External";
  return {
    type: (attributes["Type"] ?? "").replace(/^.*\//u, ""),
    target: external ? target : partAt(folder, target),
    isExternal: external,
  };
}

/** The name of a part that is named from a folder of the package. */
export function partAt(folder: string, target: string): string {
  const path = target.startsWith("/") ? target : folder + target;
  const steps: string[] = [];
  for (const step of path.replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** Some writers put backslashes into names; the standard makes names ignore case. */
function partName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\//u, "").toLowerCase();
}

/** The names of all parts, none inflated. */
function partNames(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  unpack(bytes, ({ name }) => {
    names.add(partName(name));
    return false;
  });
  return names;
}

function declaresMainPart(bytes: Uint8Array, { mainType }: PackageKind): boolean {
  const types = inflate(bytes, "[content_types].xml", OFFICE.unpacking.ratioFree);
  return types !== undefined && mainType.test(new TextDecoder().decode(types));
}

function damaged(reason: Bilingual<string>, cause?: unknown): UnreadableSource {
  return new UnreadableSource(
    "damaged",
    {
      en: `The document is damaged: ${reason.en}. Fetch it again, or open it and save it anew.`,
      zh: `文档已损坏：${reason.zh}。请重新获取，或打开后另存。`,
    },
    { cause },
  );
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
