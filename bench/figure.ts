/** One line of what a bench prints. */
export interface Figure {
  readonly what: string;
  readonly figure: string;
  /** The measured number, and what it must not pass. */
  readonly measured: number;
  readonly limit: number;
  readonly atLeast?: boolean;
}

/** How many times one thing costs another. */
export function ratio(what: string, measured: number, limit: number): Figure {
  return { what, figure: `${measured.toFixed(2)} ×`, measured, limit };
}

/** How many times as much one thing gives as another. */
export function gain(what: string, measured: number, limit: number): Figure {
  return { ...ratio(what, measured, limit), atLeast: true };
}

/** The figure, its limit, and whether it is over it. A limit of 0 is none. */
export const line = ({ what, figure, measured, limit, atLeast = false }: Figure): string => {
  const holds = limit === 0 || (atLeast ? measured >= limit : measured <= limit);
  const bound = limit === 0 ? "" : `${atLeast ? "≥" : "≤"} ${limit}`;
  return [what.padEnd(88), figure.padStart(8), bound.padStart(8), holds ? "" : "  over"].join("");
};
