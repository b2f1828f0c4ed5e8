/** How readings of one layout are weighed. Chosen while looking at tables that were spoilt by hand, not measured. */
export const CHOICE = {
  /** Most readings of a table, the first one among them: each costs as much as the table itself. */
  readings: 8,
  /** Most lines below a header that may belong to it: names, units, numbers of columns. */
  lines: 3,
  /** Most breaks of a document between tables that are read both ways: each costs as much as its two tables, twice. */
  breaks: 12,
  /** Points that a sum which fails, or a row under no name, takes away; a sum that holds gives one, as does an official code with its name. */
  failing: 2,
  /** Lead, in points, below which the choice was close: less than one sum that fails or two cells that fit nothing. */
  clear: 2,
  /** Share of the printed cells of a column, or of a row, that must be of a type for it to be supposed of this type. */
  alike: 0.8,
  /** Fewest cells that show the type of a column without a header. */
  cells: 2,
} as const;
