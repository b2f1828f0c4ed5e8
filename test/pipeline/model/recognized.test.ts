import { expect, test } from "vitest";
import type { Recognized } from "../../../pipeline/model/document.js";
import { joinedRead } from "../../../pipeline/model/recognized.js";

const sure: Recognized = { confidence: 0.99, others: [] };

test("texts that were not read from pictures are joined, and nothing else is said", () => {
  expect(joinedRead([{ text: "基本" }, { text: "支出" }], "")).toEqual({ text: "基本支出" });
  expect(joinedRead([], "\n")).toEqual({ text: "" });
});

test("what is joined is as sure as the least sure of it", () => {
  const { text, recognized } = joinedRead(
    [
      { text: "基本", recognized: sure },
      { text: "支出", recognized: { confidence: 0.6, others: [] } },
      { text: "（项目）" },
    ],
    "\n",
  );
  expect(text).toBe("基本\n支出\n（项目）");
  expect(recognized).toEqual({ confidence: 0.6, others: [] });
});

test("other readings are of the whole, those of the least sure part first", () => {
  const { recognized } = joinedRead(
    [
      { text: "≥9", recognized: { confidence: 0.9, others: ["29"] } },
      { text: "o%", recognized: { confidence: 0.5, others: ["0%", "O%"] } },
    ],
    "",
  );
  expect(recognized?.others).toEqual(["≥90%", "≥9O%", "29o%"]);
});

test("second readings and what was corrected are of the whole too", () => {
  const { recognized } = joinedRead(
    [
      { text: "≥95%", recognized: { ...sure, second: "295%" } },
      {
        text: "（一）",
        recognized: { ...sure, corrected: { from: "（）", by: "lexicon" } },
      },
    ],
    " ",
  );
  expect(recognized?.second).toBe("295% （一）");
  expect(recognized?.corrected).toEqual({ from: "≥95% （）", by: "lexicon" });
});
