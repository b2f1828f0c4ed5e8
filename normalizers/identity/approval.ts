import { datesIn } from "../values/date.js";
import { canonical } from "../values/text.js";
import { IDENTITY } from "./settings.js";

/** When and by which paper the budget or accounts were approved. */
export interface Approval {
  readonly approved_on: string | null;
  readonly approval_reference: string | null;
}

const APPROVAL = /批复|批准/u;
/** The approval of this budget, not of a law or plan that the prose speaks of. */
const OF_BUDGET = /[预决]算|批复文[件号]|批[复准](?:日|时间|文)/u;
const DATE = String.raw`\d{4}(?:年\d{1,2}月\d{1,2}日|([-./])\d{1,2}\1\d{1,2})`;
const LABELLED = new RegExp(
  String.raw`批[复准](?:文件)?(?:的?(?:日期?|时间))?(?:为|是|[：:])?(${DATE})`,
  "u",
);
const STATED = new RegExp(
  String.raw`(${DATE})[^。；]{0,${IDENTITY.document.dateNear}}批[复准]`,
  "u",
);
const NUMBER = String.raw`(\p{sc=Han}{2,16})([〔[［（(【]\d{4}[〕\]］）)】]\d{1,5}号)`;
/** The paper's number stands with the word approval, behind it or before: others in the sentence are laws and notices. */
const REFERENCES = [
  new RegExp(String.raw`批[复准](?:[^。；〔[]{0,12}[（(:：])?${NUMBER}`, "u"),
  new RegExp(String.raw`${NUMBER}.{0,8}批[复准]`, "u"),
];
/** Words before a paper's number that are not part of it. */
const BEFORE_NUMBER = /文号|文件|[为是以按据照的]/u;

const NOT_STATED: Approval = { approved_on: null, approval_reference: null };

/** The approval that the prose states: `预算批准日为2020年2月13日，批复文件文号承高财发〔2020〕12号`. */
export function approvalOf(paragraphs: readonly string[]): Approval {
  return paragraphs
    .flatMap((text) => canonical(text).split(/[。；]/u))
    .filter((sentence) => APPROVAL.test(sentence) && OF_BUDGET.test(sentence))
    .map(approvalIn)
    .reduce(
      (known, stated) => ({
        approved_on: known.approved_on ?? stated.approved_on,
        approval_reference: known.approval_reference ?? stated.approval_reference,
      }),
      NOT_STATED,
    );
}

function approvalIn(sentence: string): Approval {
  const plain = sentence.replace(/《[^》]*》/gu, "");
  const stated = LABELLED.exec(plain)?.[1] ?? STATED.exec(plain)?.[1];
  return {
    approved_on: datesIn(stated ?? "")[0] ?? null,
    approval_reference: referenceIn(sentence),
  };
}

function referenceIn(sentence: string): string | null {
  const match = REFERENCES.map((pattern) => pattern.exec(sentence)).find((found) => found !== null);
  const [, words = "", number = ""] = match ?? [];
  const office = words.split(BEFORE_NUMBER).at(-1) ?? "";
  return office.length < 2 ? null : office + number;
}
