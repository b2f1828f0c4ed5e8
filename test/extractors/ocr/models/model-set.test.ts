import { describe, expect, test } from "vitest";
import { modelSet } from "../../../../extractors/ocr/models/model-set.js";
import { onnxFile } from "../../../../extractors/ocr/models/onnx-file.js";
import { makeOnnx } from "./make-onnx.js";

const DETECTION = { path: "a.onnx", bytes: makeOnnx([null, null, null, null]) };
const READS_THREE = { path: "b.onnx", bytes: makeOnnx([null, null, 5]) };
const SAYS_ITS_OWN = {
  path: "own.onnx",
  bytes: makeOnnx([null, null, 5], { character: "一\n二\n三" }),
};
const DIRECTION = { path: "c.onnx", bytes: makeOnnx([null, 2]) };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const THREE = { path: "three.txt", bytes: bytesOf("一\n二\n三\n") };
const FOUR = { path: "four.txt", bytes: bytesOf("一\n二\n三\n四\n") };

describe("an ONNX file says of itself", () => {
  test("the sides of its output, and its notes", () => {
    const { output, notes } = onnxFile(makeOnnx([null, 18_710], { character: "≥\n≤" })) ?? {};
    expect(output).toEqual([null, 18_710]);
    expect(notes?.get("character")).toBe("≥\n≤");
  });

  test.each([
    { what: "nothing", bytes: new Uint8Array() },
    { what: "a text", bytes: bytesOf("not a network") },
    { what: "a file that was cut", bytes: SAYS_ITS_OWN.bytes.subarray(0, 30) },
    { what: "an endless number", bytes: new Uint8Array(40).fill(255) },
  ])("nothing where it is $what", ({ bytes }) => {
    expect(onnxFile(bytes)).toBeNull();
  });
});

describe("models are told by what is in them", () => {
  test("whatever they are called", () => {
    const set = modelSet([THREE, DIRECTION, READS_THREE, DETECTION], "it");
    expect(set).toMatchObject({
      detection: DETECTION,
      recognition: READS_THREE,
      characters: THREE,
      direction: DIRECTION,
    });
  });

  test("the characters stand in the recognition, or in the list that has as many as it needs", () => {
    const own = modelSet([DETECTION, SAYS_ITS_OWN, FOUR], "it");
    expect(new TextDecoder().decode(own.characters.bytes)).toBe("一\n二\n三");
    expect(modelSet([DETECTION, READS_THREE, FOUR, THREE], "it").characters).toBe(THREE);
  });

  test("licences come with them", () => {
    const licence = { path: "x.dist-info/licenses/MODEL_LICENSES.md", bytes: bytesOf("Apache") };
    expect(modelSet([DETECTION, SAYS_ITS_OWN, licence], "it").licences).toEqual([licence]);
  });

  test.each([
    { what: "no detection", files: [READS_THREE, THREE], says: /finds lines: there is none/u },
    { what: "no recognition", files: [DETECTION, THREE], says: /reads lines: there is none/u },
    {
      what: "two recognitions",
      files: [DETECTION, READS_THREE, SAYS_ITS_OWN],
      says: /several, choose by --within: b\.onnx, own\.onnx/u,
    },
    {
      what: "a list of too many characters",
      files: [DETECTION, READS_THREE, FOUR],
      says: /list of its 5 classes: there is none/u,
    },
  ])("and refused where there is $what", ({ files, says }) => {
    expect(() => modelSet(files, "it")).toThrow(says);
  });
});
