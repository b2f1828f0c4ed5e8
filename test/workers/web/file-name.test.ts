import fc from "fast-check";
import { expect, test } from "vitest";
import { fileNameOf } from "../../../workers/web/file-name.js";

const H = "http://example.gov.cn";

test.each([
  [`${H}/files/2023%E5%B9%B4%E9%A2%84%E7%AE%97.pdf?id=1`, "2023年预算.pdf"],
  [`${H}/a/b/`, "b"],
  [`${H}/`, "example.gov.cn"],
  [`${H}/..%2F..%2Fetc%2Fpasswd`, "passwd"],
  [`${H}/a%5C..%5Cb.pdf`, "b.pdf"],
  [`${H}/%2E%2E%2F`, "example.gov.cn"],
  [`${H}/a/%2F..`, "a"],
  [`${H}/a/%20.%20`, "a"],
  [`${H}/%1B%5B31mred.pdf`, "[31mred.pdf"],
  [`${H}/a%0D%0Ab%00.pdf`, "ab.pdf"],
  [`${H}/budget%E2%80%AEfdp.exe`, "budgetfdp.exe"],
  [`${H}/a%E2%80%A8b%EF%BB%BF.pdf`, "ab.pdf"],
  [`${H}/%E2%80%AE`, "example.gov.cn"],
  [`${H}/100%.pdf`, "100%.pdf"],
])("the document at %s is called %s", (url, name) => {
  expect(fileNameOf(url)).toBe(name);
});

test("a long name is cut to what file systems take, between characters, before its ending", () => {
  const name = fileNameOf(`${H}/${encodeURIComponent("预".repeat(200))}.pdf`);
  expect(name).toBe(`${"预".repeat(83)}.pdf`);
  expect(fileNameOf(`${H}/${"a".repeat(999)}`)).toBe("a".repeat(255));
});

test("whatever the path, a name is neither empty nor long, and holds nothing that steers", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (path) => {
      const name = fileNameOf(`${H}/${encodeURIComponent(path)}`);
      expect(name).toMatch(/^[^/\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u);
      expect(name).not.toMatch(/^\.*$/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    }),
  );
});
