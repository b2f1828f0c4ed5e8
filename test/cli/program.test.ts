import { describe, expect, test } from "vitest";
import { run } from "./run.js";

describe("--help", () => {
  test("lists the commands and the exit codes", async () => {
    const { code, stdout } = await run(["--help"]);
    expect(code).toBe(0);
    for (const part of ["extract", "show", "compile", "Examples:", "2  wrong usage"])
      expect(stdout).toContain(part);
  });

  test.each(["extract", "show", "compile"])("of %s has examples of it", async (command) => {
    const { code, stdout } = await run([command, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples:\n(.*\n)*  gongkai ${command} `, "u"));
    expect(stdout).toContain("Exit codes:");
  });

  test.each([
    { what: "no command", args: [] },
    { what: "an unknown command", args: ["explode"] },
  ])("$what ends with 2 and says how it is used", async ({ args }) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/Usage: gongkai|--help shows how/u);
  });
});
