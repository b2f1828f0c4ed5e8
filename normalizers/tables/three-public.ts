import { editions } from "./amount-form.js";

/** “三公”经费表: travel abroad, official vehicles, receptions; down the rows or across the columns. */
export const [budgetThreePublic, accountsThreePublic] = editions({
  form: "three_public",
  name: "“三公”经费支出表",
  title: /三公[”"’]?经费/u,
  side: "expenditure",
  classification: null,
  threePublic: true,
  fits: ({ threePublicItems }) => threePublicItems > 1,
  shows: ({ threePublicItems, headers, labels }) =>
    threePublicItems > 2 &&
    [...headers, ...labels].some((text) => /出国/u.test(text)) &&
    labels.length < 40,
});
