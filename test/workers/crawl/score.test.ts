import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { scoreOf } from "../../../workers/crawl/score/score.js";
import { SCORE } from "../../../workers/crawl/score/weights.js";

/** A link of a labelled set: whether it is a disclosure, and what is said of it. */
interface Labelled {
  readonly isDisclosure: boolean;
  readonly text: string;
  readonly url: string;
  readonly page: string;
}

function labelledIn(file: string): readonly Labelled[] {
  const text = readFileSync(new URL(`links/${file}.tsv`, import.meta.url), "utf8");
  const [, ...rows] = text.split("\n").filter((line) => line !== "");
  return rows.map((row) => {
    const [label = "", title = "", address = "", page = ""] = row.split("\t");
    return {
      isDisclosure: label === "yes",
      text: title,
      url: `https://www.example.gov.cn${address}`,
      page,
    };
  });
}

function measured(links: readonly Labelled[]) {
  const isTaken = ({ text, url, page }: Labelled) =>
    scoreOf({ url, text, row: "", inMenu: false }, page).total >= SCORE.take;
  const taken = links.filter(isTaken);
  const right = taken.filter(({ isDisclosure }) => isDisclosure).length;
  const wrong = links
    .filter((link) => isTaken(link) !== link.isDisclosure)
    .map(({ text, url }) => text || url);
  const all = links.filter(({ isDisclosure }) => isDisclosure).length;
  return { recall: right / all, precision: right / taken.length, wrong };
}

describe("the score of links", () => {
  test("tells the disclosures of the labelled set", () => {
    const { recall, precision, wrong } = measured(labelledIn("labelled"));
    expect({ recall, precision, wrong }).toEqual({ recall: 1, precision: 1, wrong: [] });
  });

  test("does as docs/crawling.md says on the set kept aside", () => {
    const { recall, precision, wrong } = measured(labelledIn("kept-aside"));
    expect([recall, Math.round(precision * 1000) / 1000]).toEqual([0.975, 0.975]);
    expect(wrong).toEqual(["岚河县信访局预算公开2026", "分享到微信"]);
  });
});
