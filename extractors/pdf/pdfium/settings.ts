/** Thresholds of what is made of the answers of pdfium. Chosen while looking at documents, not measured. */
export const PDFIUM = {
  /** Gaps between the characters of a text from which on one shows that all have the same space after them. */
  fewestGaps: 2,
  /** How far such gaps may differ and still be the same, em. */
  evenGaps: 0.02,
  /** Widest space after each character that is one of a setting, em: wider ones are moves to other columns. */
  widestSpacing: 0.5,
  /** Text objects before one that it may repeat: as many as pdfium compares, and some more. */
  compared: 8,
  /** How far a repeat may stand from what it repeats along its line, em: pdfium leaves out no other. */
  repeatAcross: 0.9,
  /** How far it may across the line, and where nothing is known of its ink, em. */
  repeatNear: 0.2,
  /** How far the sizes of an object and its repeat may differ, em. */
  sameSize: 0.03,
  /** Longest side of the picture by which it is seen whether a layer shows anything, pixels. */
  layerPicture: 600,
  /** Layers of a page that are looked at: more than any page has that is no map. The others count as shown. */
  layersTested: 100,
} as const;
