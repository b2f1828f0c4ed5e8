import { describe, expect, test } from "vitest";
import { parseSites } from "../../../workers/crawl/sites/read-sites.js";
import { isHostOf, isOpenAt, sitesIn } from "../../../workers/crawl/sites/site.js";

const told = (text: string): string => {
  try {
    parseSites(text, "sites.yaml");
    return "nothing";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const good = `contact: crawler@example.org
sites:
  - name: yunxi
    start: [http://www.yunxi.example.cn/]
`;

describe("sites.yaml", () => {
  test.each([
    [
      "no contact",
      good.replace("contact: crawler@example.org\n", ""),
      /^sites\.yaml, line 1, column 1: contact: an e-mail address or/u,
    ],
    [
      "an address of no kind",
      good.replace("http:", "gopher:"),
      /^sites\.yaml, line 4, column 13: sites\.start: /u,
    ],
    [
      "an unknown key",
      `${good}    dept: 3\n`,
      /^sites\.yaml, line 3, column 5: sites: Unrecognized key: "dept"/u,
    ],
    [
      "a number in place of a list",
      good.replace("[http://www.yunxi.example.cn/]", "7"),
      /line 4, column 12: sites\.start: Invalid input: expected array/u,
    ],
    [
      "a pattern that is none",
      `${good}    follow: ["("]\n`,
      /line 5, column 14: sites\.follow: a regular expression/u,
    ],
    [
      "a zone that is none",
      `${good}    timeZone: Asia/Yunxi\n`,
      /line 5, column 15: sites\.timeZone: a time zone such as/u,
    ],
    [
      "two sites of one name",
      good + good.split("\n").slice(2).join("\n"),
      /line 5, column 11: sites\.name: expected another name/u,
    ],
    ["no YAML", "sites: [", /^sites\.yaml, line 1, column 9: /u],
  ])("with %s is told by line and column", (_, text, says) => {
    expect(told(text)).toMatch(says);
  });

  test("tells all faults at once", () => {
    expect(told("sites:\n  - name: A B\n    start: []\n").split("\n")).toHaveLength(3);
  });

  test("fills in manners: of the site, of the file, of the program", () => {
    const text = `delay: 5\n${good}    budget: 9\n    hours: 22:00-06:00\n`;
    const [site] = sitesIn(parseSites(text, "sites.yaml"));
    expect(site).toMatchObject({
      delay: 5_000,
      budget: 9,
      hours: "22:00-06:00",
      timeZone: "Asia/Shanghai",
      hosts: ["www.yunxi.example.cn"],
    });
  });
});

describe("a site", () => {
  test.each([
    ["2026-03-01T14:30:00Z", true],
    ["2026-03-01T21:30:00Z", true],
    ["2026-03-01T22:00:00Z", false],
    ["2026-03-01T04:00:00Z", false],
  ])("with hours over midnight in Shanghai is open at %s: %s", (at, isOpen) => {
    expect(isOpenAt({ hours: "22:00-06:00", timeZone: "Asia/Shanghai" }, Date.parse(at))).toBe(
      isOpen,
    );
  });

  test("has the hosts below a name, and no others", () => {
    const site = { hosts: ["*.yunxi.example.cn"] };
    expect(
      ["a.yunxi.example.cn", "yunxi.example.cn", "evilyunxi.example.cn"].map((host) =>
        isHostOf(site, host),
      ),
    ).toEqual([true, false, false]);
  });
});
