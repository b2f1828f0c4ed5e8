import { describe, expect, test } from "vitest";
import { languageOf } from "../../../cli/terminal/language.js";
import { run } from "../run.js";

describe("the language of a run", () => {
  test.each([
    ["English where nothing is said", {}, "en"],
    ["that of LANG", { LANG: "zh_CN.UTF-8" }, "zh"],
    ["that of LC_MESSAGES over LANG", { LC_MESSAGES: "en_US.UTF-8", LANG: "zh_CN.UTF-8" }, "en"],
    ["that of LC_ALL over both", { LC_ALL: "zh_CN", LC_MESSAGES: "C", LANG: "en_US" }, "zh"],
    ["not that of an empty variable", { LC_ALL: "", LC_MESSAGES: "", LANG: "zh_CN" }, "zh"],
    ["English where LC_ALL is C", { LC_ALL: "C.UTF-8", LANG: "zh_CN.UTF-8" }, "en"],
    ["Chinese for zh alone", { LANG: "zh" }, "zh"],
    ["Chinese for zh_TW and zh-Hans too", { LANG: "zh-Hans" }, "zh"],
    ["English for what only begins like zh", { LANG: "zho_CN" }, "en"],
    ["English for other languages", { LANG: "ja_JP.UTF-8" }, "en"],
    ["English whatever other variables say", { LC_CTYPE: "zh_CN", LANGUAGE: "zh" }, "en"],
  ] as const)("is %s", (_, environment, language) => {
    expect(languageOf([], environment)).toBe(language);
  });

  test.each([
    [["--lang", "zh", "show", "a"], "zh"],
    [["show", "a", "--lang", "zh"], "zh"],
    [["show", "--lang=zh", "a"], "zh"],
    [["--lang", "en", "show", "a", "--lang", "zh"], "zh"],
    [["show", "--lang"], "en"],
    [["show", "--lang", "fr"], "en"],
    [["show", "--", "--lang", "zh"], "en"],
  ] as const)("of %j is %s", (args, language) => {
    expect(languageOf(args, {})).toBe(language);
  });

  test("is that of --lang over that of the locale", () => {
    expect(languageOf(["--lang", "en"], { LC_ALL: "zh_CN.UTF-8" })).toBe("en");
    expect(languageOf(["--lang", "fr"], { LC_ALL: "zh_CN.UTF-8" })).toBe("zh");
  });

  test.each([
    [["--lang", "zh", "retry"]],
    [["retry", "--lang", "zh"]],
    [["retry", "--lang=zh"]],
    [["retry", "--failed", "x", "--lang", "zh"]],
  ])("is taken from the command line %j", async (args) => {
    const { code, stderr } = await run(args);
    expect([code, stderr]).toEqual([2, "错误：请指明任务，或用 --failed 重试全部失败任务\n"]);
  });

  test("that is not spoken is wrong usage", async () => {
    const { code, stderr } = await run(["--lang", "fr", "show", "a"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("Allowed choices are en, zh.")]);
  });
});
