import { PDF } from "./settings.js";

/** Pages are named by objects that stand in the open, or packed in a stream of objects. */
const PACKED_OBJECTS = "/ObjStm";
const OBJECT = " obj";

/**
 * How many pages the page tree of a PDF names: those that it lists, or those that it counts, if these
 * are more. Null where its objects are packed, or it cannot be followed.
 */
export function pagesNamed(bytes: Uint8Array): number | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes(PACKED_OBJECTS)) return null;
  const objects = objectsIn(file);
  const catalog = objects(lastRoot(file))?.match(reference("Pages"));
  const root = objects(catalog?.[1]);
  if (catalog?.[1] === undefined || root === undefined) return null;
  const listed = leaves(catalog[1], objects);
  if (listed === null) return null;
  const counted = /\/Count\s+(\d{1,9})(?!\d)/u.exec(root)?.[1];
  return counted === undefined ? listed : Math.max(listed, Number(counted));
}

/** The text of an object by its numbers, `12 0`; undefined where there is none. */
type Objects = (name: string | undefined) => string | undefined;

/** An object that is written again later counts as it is there. */
function objectsIn(file: Buffer): Objects {
  const starts = new Map<string, number>();
  for (let at = file.indexOf(OBJECT); at >= 0; at = file.indexOf(OBJECT, at + 1)) {
    const before = file.toString("latin1", Math.max(0, at - PDF.file.numbers), at);
    const numbers = /(\d{1,10})\s{1,4}(\d{1,5})$/u.exec(before);
    if (numbers !== null) starts.set(`${numbers[1]} ${numbers[2]}`, at + OBJECT.length);
  }
  return (name) => {
    const start = starts.get(name ?? "");
    if (start === undefined) return undefined;
    const end = file.indexOf("endobj", start);
    return file.toString("latin1", start, end < 0 ? file.length : end);
  };
}

function lastRoot(file: Buffer): string | undefined {
  const at = file.lastIndexOf("/Root");
  return at < 0
    ? undefined
    : reference("Root").exec(file.toString("latin1", at, at + 2 * PDF.file.numbers))?.[1];
}

const reference = (key: string) => new RegExp(`/${key}\\s+(\\d+\\s+\\d+)\\s+R`, "u");

/** The pages under a node; what a node lists and is not there is one that is missing. */
function leaves(root: string, objects: Objects): number | null {
  const seen = new Set<string>();
  const waiting = [root];
  let count = 0;
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const node = objects(name);
    if (node === undefined || !/\/Kids\b/u.test(node)) count += 1;
    else if (!seen.has(name)) {
      seen.add(name);
      const kids = /\/Kids\s*\[([^\]]*)\]/u.exec(node)?.[1];
      if (kids === undefined) return null;
      waiting.push(
        ...Array.from(
          kids.matchAll(/(\d{1,10})\s{1,9}(\d{1,5})\s{1,9}R/gu),
          ([, n, g]) => `${n} ${g}`,
        ),
      );
    }
  }
  return count;
}
