import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { boundedBytes } from "../../../extractors/pdf/bounded-bytes.js";

const bounded = (file: string) => Buffer.from(boundedBytes(Buffer.from(file, "latin1"))).toString();

describe("widths of characters that cannot be", () => {
  test.each([
    ["a range from far below", "/W [-99999999 95 500]", "/W [000000000 95 500]"],
    ["a range to far above", "/W [ 1 99999999 500 ]", "/W [ 1 00000000 500 ]"],
    ["downwards", "/W2 [1 4294967295 -1000 500 880]", "/W2 [1 0000000000 -1000 500 880]"],
    ["widths as they should be", "/W [1 [500 1000.123456789] 65535 65535 500]", null],
    ["other large numbers", "/StemV 99999999999", null],
  ])("%s", (_, stated, expected) => {
    expect(bounded(`<< ${stated} /DW 1000 >>`)).toBe(`<< ${expected ?? stated} /DW 1000 >>`);
  });
});

test("bytes that nothing is wrong with are not copied", () => {
  const file = Buffer.from("<< /W [1 [500]] >>");
  expect(boundedBytes(file).buffer).toBe(file.buffer);
  const strange = Buffer.from("<< /W [1 99999999 500] >>");
  boundedBytes(strange);
  expect(strange.toString()).toBe("<< /W [1 99999999 500] >>");
});

/** An object with a stream that unpacks to 130 MB of blanks, packed so often. */
function bomb(dictionary: string, times = 1): Buffer {
  const head = Buffer.from(`4 0 obj\n<< ${dictionary} >>\nstream\r\n`);
  let packed = Buffer.alloc(130 * 2 ** 20);
  for (let left = times; left > 0; left -= 1) packed = deflateSync(packed);
  return Buffer.concat([head, packed, Buffer.from("\nendstream")]);
}

describe("a stream that unpacks to more than 128 MB", () => {
  test.each([
    ["is refused", "/Filter /FlateDecode", 1],
    ["is refused where it is packed twice", "/Filter [/FlateDecode /Fl]", 2],
    ["is refused where its filter is written otherwise", "/Filter /Flate#44ecode", 1],
    ["is refused where its filter is named elsewhere", "/Filter 9 0 R", 1],
  ])("%s", (_, dictionary, times) => {
    expect(() => boundedBytes(bomb(dictionary, times))).toThrow(/more than 128 MB: print/u);
  });

  test("is left alone where it is a picture", () => {
    const file = bomb("/Subtype /Image /Filter /FlateDecode");
    expect(Buffer.from(boundedBytes(file)).equals(file)).toBe(true);
  });
});
