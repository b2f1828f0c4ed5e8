import { deflateSync } from "node:zlib";

/** A page that is nothing but a picture: its size in points, and the picture as a PDF embeds it. */
export interface PicturePage {
  readonly width: number;
  readonly height: number;
  readonly image: EmbeddedImage;
}

/** A JPEG in colour, or one bit a pixel (1 is white), rows filled up to whole bytes. */
export type EmbeddedImage =
  | { readonly jpeg: Uint8Array; readonly width: number; readonly height: number }
  | { readonly bits: Uint8Array; readonly width: number; readonly height: number };

/** A PDF of pictures without a text layer, as a scanner writes it. */
export function imagePdf(pages: readonly PicturePage[]): Uint8Array {
  const ids = pages.map((_, i) => 3 + 3 * i);
  const kids = ids.map((id) => `${id} 0 R`).join(" ");
  return printed([
    latin1("<< /Type /Catalog /Pages 2 0 R >>"),
    latin1(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`),
    ...pages.flatMap((page, i) => pageObjects(page, ids[i] ?? 0)),
  ]);
}

/** The page, what it shows, and its picture: three objects, numbered from `id`. */
function pageObjects({ width, height, image }: PicturePage, id: number): readonly Buffer[] {
  const box = `[0 0 ${width} ${height}]`;
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents ${id + 1} 0 R /Resources << /XObject << /I ${id + 2} 0 R >> >> >>`;
  return [
    latin1(page),
    stream("", latin1(`q ${width} 0 0 ${height} 0 0 cm /I Do Q`)),
    imageObject(image),
  ];
}

function imageObject(image: EmbeddedImage): Buffer {
  const size = `/Type /XObject /Subtype /Image /Width ${image.width} /Height ${image.height}`;
  return "jpeg" in image
    ? stream(`${size} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`, image.jpeg)
    : stream(
        `${size} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode`,
        deflateSync(image.bits),
      );
}

function stream(entries: string, bytes: Uint8Array): Buffer {
  const head = latin1(`<< ${entries} /Length ${bytes.length} >>\nstream\n`);
  return Buffer.concat([head, bytes, latin1("\nendstream")]);
}

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");

/** The objects, numbered from 1, the first being the root, and the table of where they stand. */
function printed(objects: readonly Buffer[]): Uint8Array {
  const parts = [latin1("%PDF-1.4\n")];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [i, object] of objects.entries()) {
    const part = Buffer.concat([latin1(`${i + 1} 0 obj\n`), object, latin1("\nendobj\n")]);
    offsets.push(length);
    parts.push(part);
    length += part.length;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${entries.join("")}`;
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, latin1(table + trailer)]);
}
