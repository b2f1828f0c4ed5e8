import { expect, test } from "vitest";
import { checks } from "../../normalizers/checks.js";
import { runChecks } from "../../pipeline/model/check.js";
import { reading } from "./checks/make-reading.js";

const rules = checks.map(({ rule }) => rule);

test("every rule has a name of its own in lower case", () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9]+(?:_[a-z0-9]+)*$/u.test(id))).toEqual([]);
});

test("no check passes or fails on a document that says nothing: each gives its reason", () => {
  const { coverage, findings } = runChecks(reading({ about: { title: null } }), checks);
  expect(findings).toEqual([]);
  expect(
    coverage.filter(({ outcome, reason }) => outcome !== "not_run" || reason === undefined),
  ).toEqual([]);
});
