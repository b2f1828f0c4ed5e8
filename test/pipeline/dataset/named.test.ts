import { expect, test } from "vitest";
import { failureOf, parseNamed, printNamed } from "../../../pipeline/dataset/named.js";
import { sourceOf } from "../../../pipeline/dataset/source.js";

const source = sourceOf(new Uint8Array(), "gone.pdf");
const failure = { code: "not_found", message: "There is no such file." } as const;

test("why a name led to no bytes is kept in both languages", () => {
  const said = { ...failure, message_zh: "没有这个文件。" };
  const name = parseNamed(printNamed({ ...source, failure: said }));
  expect(failureOf(name)?.says).toEqual({ en: said.message, zh: said.message_zh });
});

test("a name that an older program wrote has its English reason in both", () => {
  const name = parseNamed(JSON.stringify({ ...source, failure }));
  expect(failureOf(name)).toMatchObject({
    code: "not_found",
    says: { en: failure.message, zh: failure.message },
  });
});
