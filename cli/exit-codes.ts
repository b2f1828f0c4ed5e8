/** The end of the help of the commands that read documents. */
export const EXIT_CODES = `
Exit codes:
  0  every document was read
  1  a document failed; the others are written
  2  wrong usage
`;
