import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { init, type PdfiumModule, type WrappedPdfiumModule } from "@embedpdf/pdfium";
import { UnreadableSource } from "../../../pipeline/model/errors.js";

/** The functions of pdfium, and a place in its memory for what they give. */
export interface Pdfium {
  readonly api: WrappedPdfiumModule;
  /** Of `SCRATCH` bytes, at an address that eight divides. */
  readonly scratch: number;
}

/** An address in the memory of pdfium. */
export type Address = number;

const SCRATCH = 64;

type Instantiate = PdfiumModule["instantiateWasm"];

/** Part of every Node.js, and of none of its types. */
declare const WebAssembly: {
  readonly compile: (bytes: Uint8Array) => Promise<WebAssembly.Module>;
  readonly instantiate: (
    module: WebAssembly.Module,
    imports: Parameters<Instantiate>[0],
  ) => Promise<Parameters<Parameters<Instantiate>[1]>[0]>;
};

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * An instance of pdfium for one document. Its memory never shrinks, and what goes wrong in it stays: each
 * document has its own, made in some 10 ms of what is compiled once.
 */
export async function openLibrary(): Promise<Pdfium> {
  const module = await (compiled ??= compile());
  const api = await new Promise<WrappedPdfiumModule>((resolve, reject) => {
    const instantiateWasm: Instantiate = (imports, take) => {
      WebAssembly.instantiate(module, imports).then(take, reject);
      return {};
    };
    init({ instantiateWasm }).then(resolve, reject);
  });
  Object.assign(api, directly(api));
  api.PDFiumExt_Init();
  return { api, scratch: allocated(api, SCRATCH) };
}

/** Functions that say whether they gave something, asked for each character or point of a page. */
const ASKED_OFTEN = [
  "FPDFFont_GetGlyphWidth",
  "FPDFPageObj_GetBounds",
  "FPDFPageObj_GetFillColor",
  "FPDFPageObj_GetMatrix",
  "FPDFPageObj_GetStrokeColor",
  "FPDFPageObj_GetStrokeWidth",
  "FPDFPathSegment_GetClose",
  "FPDFPathSegment_GetPoint",
  "FPDFPath_GetDrawMode",
  "FPDFTextObj_GetFontSize",
  "FPDFText_GetCharOrigin",
  "FPDFText_GetLooseCharBox",
] as const;

/** Functions that give a number or an address, asked as often. */
const COUNTED_OFTEN = [
  "FPDFClipPath_CountPathSegments",
  "FPDFClipPath_CountPaths",
  "FPDFClipPath_GetPathSegment",
  "FPDFFormObj_GetObject",
  "FPDFPageObj_CountMarks",
  "FPDFPageObj_GetClipPath",
  "FPDFPageObj_GetType",
  "FPDFPage_GetObject",
  "FPDFPathSegment_GetType",
  "FPDFPath_CountSegments",
  "FPDFPath_GetPathSegment",
  "FPDFTextObj_GetFont",
  "FPDFTextObj_GetTextRenderMode",
  "FPDFText_GetTextObject",
  "FPDFText_GetUnicode",
  "FPDFText_IsGenerated",
  "FPDFText_IsHyphen",
] as const;

type Direct = Partial<WrappedPdfiumModule>;

/** Functions as they are exported: the package looks each up by its name whenever it is called. */
function directly({ pdfium }: WrappedPdfiumModule): Direct {
  const exported = (name: string): ((...to: number[]) => number) => {
    const found: unknown = Reflect.get(pdfium, `_${name}`);
    if (typeof found !== "function") throw new Error(`pdfium has no ${name}.`);
    return (...to) => Number(found(...to));
  };
  const counted = COUNTED_OFTEN.map((name) => [name, exported(name)] as const);
  const asked = ASKED_OFTEN.map((name) => {
    const ask = exported(name);
    return [name, (...to: number[]) => ask(...to) !== 0] as const;
  });
  return Object.fromEntries([...counted, ...asked]);
}

async function compile(): Promise<WebAssembly.Module> {
  const file = fileURLToPath(import.meta.resolve("@embedpdf/pdfium/pdfium.wasm"));
  return WebAssembly.compile(await readFile(file));
}

/** Memory of pdfium; to be given back. */
function allocated({ pdfium }: WrappedPdfiumModule, bytes: number): Address {
  const at = pdfium.wasmExports.malloc(bytes);
  if (at === 0) throw new UnreadableSource("too_large", TOO_LARGE);
  return at;
}

const TOO_LARGE = {
  en: "The PDF takes more memory than pdfium can have: split it, or read it with pdf.js.",
  zh: "PDF 所需的内存超过 pdfium 的上限：请拆分，或用 pdf.js 读取。",
};

/** Puts bytes where pdfium can read them. */
export function placed({ api }: Pdfium, bytes: Uint8Array): Address {
  const at = allocated(api, bytes.length);
  api.pdfium.HEAPU8.set(bytes, at);
  return at;
}

/** The 32-bit float that stands so many places after the start of the scratch. */
export function float({ api, scratch }: Pdfium, index = 0): number {
  return api.pdfium.HEAPF32[scratch / 4 + index] ?? Number.NaN;
}

/** The 64-bit float of that place. */
export function double({ api, scratch }: Pdfium, index = 0): number {
  return api.pdfium.HEAPF64[scratch / 8 + index] ?? Number.NaN;
}

/** The unsigned integer of 32 bits of that place. */
export function integer({ api, scratch }: Pdfium, index = 0): number {
  return api.pdfium.HEAPU32[scratch / 4 + index] ?? Number.NaN;
}

/**
 * What a function of pdfium writes to a buffer whose size it tells when it is asked without one.
 * @param write gives how many bytes there are, and writes them where they fit
 */
export function written(
  { api }: Pdfium,
  write: (buffer: Address, size: number) => number,
): Uint8Array {
  const size = write(0, 0);
  if (size === 0) return new Uint8Array();
  const at = allocated(api, size);
  try {
    write(at, size);
    return api.pdfium.HEAPU8.slice(at, at + size);
  } finally {
    api.pdfium.wasmExports.free(at);
  }
}
