const EMBEDDED = Buffer.from("/EmbeddedFile");

/** Whether these bytes are a PDF. Readers accept the signature anywhere in the first kilobyte, and so do some producers. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");
}

/** Whether these bytes are a PDF that may hold files: the stream of each says so, and is never packed itself. */
export function mayHoldFiles(bytes: Uint8Array): boolean {
  if (!isPdf(bytes)) return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(EMBEDDED);
}
