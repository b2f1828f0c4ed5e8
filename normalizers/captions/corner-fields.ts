/** What the lines around a table's top say of it; each null where not printed. */
export interface Corner {
  readonly unit: string | null;
  readonly issuerCode: string | null;
  readonly issuerName: string | null;
  readonly fiscalYear: number | null;
  readonly asOf: string | null;
}

export const NO_CORNER: Corner = {
  unit: null,
  issuerCode: null,
  issuerName: null,
  fiscalYear: null,
  asOf: null,
};

/** What either of two corners says, the first before the second. */
export function joinCorners(first: Corner, second: Corner): Corner {
  return {
    unit: first.unit ?? second.unit,
    issuerCode: first.issuerCode ?? second.issuerCode,
    issuerName: first.issuerName ?? second.issuerName,
    fiscalYear: first.fiscalYear ?? second.fiscalYear,
    asOf: first.asOf ?? second.asOf,
  };
}
