import { createHash } from "node:crypto";
import { writePdf } from "../extractors/pdf/make-pdf.js";

/** What a password is filled up with to 32 bytes, and what stands encrypted under `/U` (PDF 1.7, 7.6.3.3). */
const PADDING = Buffer.from(
  "28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a",
  "hex",
);
const KEY_BYTES = 5;
const PERMISSIONS = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
const ID = Buffer.alloc(16, 7);
const CONTENT = 4;

const md5 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash("md5").update(Buffer.concat(parts)).digest();
const padded = (password: string): Buffer =>
  Buffer.concat([Buffer.from(password, "latin1"), PADDING]).subarray(0, 32);
const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString("hex")}>`;

/** A page with the word `budget`, encrypted (40 bits) for who gives this password; anyone opens it where it is empty. */
export function encryptedPdf(password: string): Uint8Array {
  const owner = rc4(md5(padded("owner")).subarray(0, KEY_BYTES), padded(password));
  const key = md5(padded(password), owner, PERMISSIONS, ID).subarray(0, KEY_BYTES);
  const content = Buffer.from("BT /F1 10 Tf 60 700 Td (budget) Tj ET");
  const objectKey = md5(key, Buffer.from([CONTENT, 0, 0, 0, 0])).subarray(0, KEY_BYTES + 5);
  const font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
  return writePdf(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${font} /Contents 4 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${rc4(objectKey, content).toString("latin1")}\nendstream`,
    ],
    `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${hex(owner)} /U ${hex(rc4(key, PADDING))} >> /ID [${hex(ID)} ${hex(ID)}]`,
  );
}

/** RC4, which OpenSSL gives no more. */
function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const at = (i: number): number => state[i & 255] ?? 0;
  const swap = (i: number, j: number): void => {
    [state[i & 255], state[j & 255]] = [at(j), at(i)];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let j = 0;
  return Buffer.from(
    bytes.map((byte, n) => {
      j = (j + at(n + 1)) & 255;
      swap(n + 1, j);
      return byte ^ at(at(n + 1) + at(j));
    }),
  );
}
