const NUMBER = /^[-−△▲(（]?[\d０-９][\d０-９,，.．\s]*[%％)）]?$/u;

/** Whether a text is printed as a number or percentage, whatever it may mean. */
export function isPrintedNumber(text: string): boolean {
  return NUMBER.test(text.replace(/\s/gu, ""));
}
