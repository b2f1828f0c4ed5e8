/** How characters and lines of OFD are placed. An em is the font size. Not measured but where it says so. */
export const OFD_PAGE = {
  /** Points of a millimetre. */
  point: 72 / 25.4,
  /** Line width where none is said, millimetres (GB/T 33190-2016, 8.5). */
  lineWidth: 0.353,
  /** How far the next character may begin behind the usual end of one that still touches it, em. */
  spread: 0.25,
  /** The advance of characters, em: fonts need not be in the file. */
  advance: { full: 1, wide: 0.9, capital: 0.7, narrow: 0.55 },
} as const;
