import fc from "fast-check";
import { expect, test } from "vitest";
import { printJson } from "../../../pipeline/dataset/json.js";

test("what is printed reads back as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(printJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("a record stands on one line, a list of records on as many", () => {
  const value = {
    kind: "a",
    at: { box: [1, 2] },
    cells: [{ text: "甲" }, { text: "乙" }],
    none: [],
  };
  expect(printJson(value)).toBe(`{
 "kind": "a",
 "at": {"box":[1,2]},
 "cells": [
  {"text":"甲"},
  {"text":"乙"}
 ],
 "none": []
}
`);
});

test("what is undefined is left out", () => {
  expect(JSON.parse(printJson({ a: undefined, b: [{ c: undefined }] }))).toEqual({ b: [{}] });
});
