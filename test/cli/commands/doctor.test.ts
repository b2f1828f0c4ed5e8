import { pathToFileURL } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { missingRuntime } from "../../../index.js";
import { run } from "../run.js";
import { temporaryFolder } from "../temporary-folder.js";

// A machine on which the package was not installed.
vi.mock("onnxruntime-node", () => {
  throw new Error("Cannot find package 'onnxruntime-node'");
});

const { at } = temporaryFolder();

interface Line {
  readonly name: string;
  readonly status: string;
  readonly says: { readonly en: string };
}

async function checked(...args: readonly string[]) {
  const { code, stdout } = await run(["doctor", "--json", "--out", at(), ...args]);
  const lines: readonly Line[] = JSON.parse(stdout);
  return { code, found: new Map(lines.map((line) => [line.name, line])) };
}

describe("gongkai doctor", () => {
  test("says what to install where OCR does not work, and ends with 1", async () => {
    const { code, found } = await checked();
    expect(code).toBe(1);
    expect(found.get("ocr")).toMatchObject({
      status: "error",
      says: { en: expect.stringContaining("npm install onnxruntime-node@") },
    });
    expect([found.get("node"), found.get("databases"), found.get("disk")]).toMatchObject([
      { status: "ok" },
      { status: "ok" },
      { status: "ok" },
    ]);
    expect([...found.keys()]).not.toContain("redis");
  });

  test("looks at the Redis and the store that are named", async () => {
    const redis = ["--redis", "redis://127.0.0.1:1"];
    const { code, found } = await checked(...redis, "--store", at("store"));
    expect(code).toBe(1);
    expect(found.get("redis")).toMatchObject({ status: "error" });
    expect(found.get("store")).toMatchObject({ status: "ok" });
  });

  test("prints a line a check, in Chinese too", async () => {
    const { stdout } = await run(["--lang", "zh", "doctor", "--out", at()]);
    expect(stdout).toMatch(/^node +正常 +Node\.js/mu);
    expect(stdout).toMatch(/^ocr +错误 +不能读取是图片的页/mu);
  });
});

test("a runtime that npm left out is told without loading it", () => {
  expect(missingRuntime()).toBeUndefined();
  expect(missingRuntime(pathToFileURL(at("module.js")).href)).toMatchObject({
    en: expect.stringContaining("is missing"),
  });
});
