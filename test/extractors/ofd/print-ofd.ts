import { strToU8, zipSync } from "fflate";
import { openPdf } from "../../../extractors/pdf/pdfjs/library.js";
import { pageMarks } from "../../../extractors/pdf/pdfjs/page-marks.js";
import type { Glyph, Marks, Rule } from "../../../extractors/page/marks.js";

const MM = 25.4 / 72;
const mm = (points: number): string => (points * MM).toFixed(6);
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const OFD = `xmlns:ofd="http://www.ofdspec.org/2016"`;

/** An OFD of these files; those of a plain document are there where they are not given. */
export function ofdOf(
  pages: readonly string[],
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  const list = pages.map(
    (_, at) => `<ofd:Page ID="${at + 10}" BaseLoc="Pages/${at}/Content.xml"/>`,
  );
  const parts = {
    "OFD.xml": `<?xml version="1.0"?><ofd:OFD ${OFD} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    "Doc_0/Document.xml": `<ofd:Document ${OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:TemplatePage ID="2" BaseLoc="Tpls/0.xml"/></ofd:CommonData><ofd:Pages>${list.join("")}</ofd:Pages></ofd:Document>`,
    "Doc_0/PublicRes.xml": `<ofd:Res ${OFD}><ofd:Fonts><ofd:Font ID="3" FontName="宋体"/><ofd:Font ID="4" FontName="黑体" Bold="true"/></ofd:Fonts></ofd:Res>`,
    ...Object.fromEntries(pages.map((page, at) => [`Doc_0/Pages/${at}/Content.xml`, page])),
    ...more,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        typeof part === "string" ? strToU8(part) : part,
      ]),
    ),
  );
}

/** A page of OFD with these objects. */
export function ofdPage(objects: string, head = ""): string {
  return `<ofd:Page ${OFD}>${head}<ofd:Content><ofd:Layer ID="5">${objects}</ofd:Layer></ofd:Content></ofd:Page>`;
}

/** A PDF printed as OFD: each character and each rule where it stands. */
export async function printedAsOfd(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await openPdf(Uint8Array.from(bytes));
  const visibility = await pdf.getOptionalContentConfig();
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const marks = pageMarks({ page, operators: await page.getOperatorList() }, visibility);
    pages.push(printedPage(marks));
  }
  await pdf.loadingTask.destroy();
  return ofdOf(pages);
}

function printedPage({ width, height, glyphs, rules }: Marks): string {
  const area = `<ofd:Area><ofd:PhysicalBox>0 0 ${mm(width)} ${mm(height)}</ofd:PhysicalBox></ofd:Area>`;
  return ofdPage([...linesOf(glyphs).map(textObject), ...rules.map(pathObject)].join(""), area);
}

/** Glyphs of one run, one after another. */
function linesOf(glyphs: readonly Glyph[]): readonly (readonly [Glyph, ...Glyph[]])[] {
  const lines: [Glyph, ...Glyph[]][] = [];
  for (const glyph of glyphs) {
    const line = lines.at(-1);
    if (line !== undefined && line[0].run === glyph.run && line[0].run.turn === 0) line.push(glyph);
    else lines.push([glyph]);
  }
  return lines;
}

function textObject(line: readonly [Glyph, ...Glyph[]]): string {
  const [first] = line;
  const angle = Math.atan2(first.endY - first.y, first.endX - first.x);
  const ctm = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle)];
  const deltas = (of: "x" | "y") =>
    line.slice(1).map((glyph, at) => mm(glyph[of] - (line[at] ?? glyph)[of]));
  const text = escaped(line.map((glyph) => glyph.text).join(""));
  // Ligatures are several characters at one place.
  const across = line.flatMap((glyph, at) => [
    ...Array.from(glyph.text, () => "0").slice(1),
    ...(at === line.length - 1 ? [] : [deltas("x")[at] ?? "0"]),
  ]);
  return `<ofd:TextObject Boundary="${mm(first.x)} ${mm(first.y)} 0 0" CTM="${ctm.map((each) => each.toFixed(6)).join(" ")} 0 0" Font="${first.run.bold ? 4 : 3}" Size="${mm(first.run.size)}"><ofd:TextCode X="0" Y="0" DeltaX="${across.join(" ")}" DeltaY="${deltas("y").join(" ")}">${text}</ofd:TextCode></ofd:TextObject>`;
}

function pathObject({ axis, at, from, to }: Rule): string {
  const ends = axis === "horizontal" ? [from, at, to, at] : [at, from, at, to];
  const [x1, y1, x2, y2] = ends.map(mm);
  return `<ofd:PathObject Boundary="0 0 0 0" LineWidth="0.2"><ofd:AbbreviatedData>M ${x1} ${y1} L ${x2} ${y2}</ofd:AbbreviatedData></ofd:PathObject>`;
}
