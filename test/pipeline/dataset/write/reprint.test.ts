import fc from "fast-check";
import { expect, test } from "vitest";
import { withSources } from "../../../../pipeline/dataset/origins.js";
import type { DocumentDataset } from "../../../../pipeline/dataset/dataset.js";
import { printDataset } from "../../../../pipeline/dataset/json.js";
import { reprint } from "../../../../pipeline/dataset/write/reprint.js";
import { sourceOf } from "../../../../pipeline/dataset/source.js";
import { dataset, failedDataset } from "../make-dataset.js";

const source = (fileName: string) => sourceOf(new TextEncoder().encode("a"), fileName);
const names = fc.array(fc.string({ minLength: 1, unit: "binary" }), { maxLength: 3 });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const kinds: readonly { of: string; made: DocumentDataset }[] = [
  { of: "was read", made: dataset("a") },
  { of: "failed, whose JSON is one line,", made: failedDataset("a") },
];

test.each(kinds)("a document that $of is printed alike under any names", ({ made }) => {
  fc.assert(
    fc.property(names, (others) => {
      const renamed = withSources(made, [source('",\n "cells": '), ...others.map(source)]);
      expect(text(reprint(renamed, printDataset(made)))).toBe(text(printDataset(renamed)));
    }),
  );
});
