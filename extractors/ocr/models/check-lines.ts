/**
 * The lines of the page by which models are checked: what a wrong number comes of. Labels, amounts, a
 * negative one, codes, signs and units, as budgets print them.
 */
export const CHECK_LINES = [
  "一般公共预算财政拨款支出表",
  "机关事业单位基本养老保险缴费支出",
  "政府性基金预算结转下年",
  "单位：万元",
  "1,234,567.89",
  "80,961.50",
  "-30,045.07",
  "0.00",
  "2080505",
  "≥95.5%",
  "≤3.8%",
  "≥160人次",
  "≤12个月",
  "=100%",
] as const;
