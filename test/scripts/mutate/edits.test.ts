import { expect, test } from "vitest";
import { edited } from "../../../scripts/mutate/edit.js";
import { editsOf } from "../../../scripts/mutate/edits.js";

const mutants = (source: string): readonly string[] =>
  editsOf("module.ts", source).map((edit) => edited(source, edit));

test.each([
  { of: "a comparison", source: "a < b;", expected: [";", "a <= b;", "a >= b;"] },
  { of: "a number", source: "x = 2;", expected: [";", "x = 3;", "x = (1);"] },
  { of: "both sides of a condition", source: "x = a && b;", expected: [";", "x = a || b;"] },
  {
    of: "a default",
    source: "x = a ?? 0;",
    expected: [";", "x = a;", "x = a ?? 1;", "x = a ?? (-1);"],
  },
  { of: "a truth", source: "x = true;", expected: [";", "x = false;"] },
  { of: "a negation", source: "x = !a;", expected: [";", "x = a;"] },
  {
    of: "a branch",
    source: "if (a) b();",
    expected: ["if (true) b();", "if (false) b();", "if (a) ;"],
  },
  { of: "a list", source: "x = [a];", expected: [";", "x = [];"] },
  { of: "a string", source: 'x = "年";', expected: [";", 'x = "";'] },
  { of: "a method", source: "x = a.gt(b);", expected: [";", "x = a.gte(b);"] },
  {
    of: "what a function answers",
    source: "function f(): boolean { return a; }",
    expected: ["function f(): boolean { return true; }", "function f(): boolean { return false; }"],
  },
  {
    of: "a pattern: quantifiers and anchors, nothing in brackets or escaped",
    source: String.raw`const x = /^\d+[+*]\+?(?:年)$/u;`,
    expected: [
      String.raw`const x = /\d+[+*]\+?(?:年)$/u;`,
      String.raw`const x = /^\d*[+*]\+?(?:年)$/u;`,
      String.raw`const x = /^\d[+*]\+?(?:年)$/u;`,
      String.raw`const x = /^\d+[+*]\+(?:年)$/u;`,
      String.raw`const x = /^\d+[+*]\+?(?:年)/u;`,
    ],
  },
  {
    of: "a pattern's counts",
    source: "const x = /a{1,3}b{2}c{2,}/u;",
    expected: [
      "const x = /a{0,3}b{2}c{2,}/u;",
      "const x = /a{1,2}b{2}c{2,}/u;",
      "const x = /a{1,4}b{2}c{2,}/u;",
      "const x = /a{1,3}b{3}c{2,}/u;",
      "const x = /a{1,3}b{1}c{2,}/u;",
      "const x = /a{1,3}b{2}c{1,}/u;",
      "const x = /a{1,3}b{2}c{3,}/u;",
    ],
  },
])("$of is changed", ({ source, expected }) => {
  expect(mutants(source)).toEqual(expected);
});

test("types, names of modules, keys and messages of errors are left alone", () => {
  const source = `import { a } from "a";
    export { b } from "b";
    type T = "one" | 2;
    const table: Record<"k", T> = { "k": c as "one" };
    function f(): T { throw new Error("message"); }`;
  expect(mutants(source)).toEqual([]);
});

test("what cannot be parsed is no module", () => {
  expect(() => editsOf("module.ts", "const = ;")).toThrow("module.ts cannot be parsed");
});
