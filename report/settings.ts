/** How many bars or rows a chart draws; its table has more. */
export const DRAWN = {
  coverage: 50,
  rules: 30,
  issuers: 30,
  debt: 40,
} as const;
