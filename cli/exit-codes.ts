/** The end of the help of the commands that read documents. */
export const EXIT_CODES = `
Exit codes:
  0  every document was read
  1  a document failed, and the others are written; or what is written finds no room or permission
  2  wrong usage
`;
