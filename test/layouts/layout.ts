import type { Matrix } from "../../samples/generator/description.js";
import type { Stage, TableKindName } from "../../pipeline/model/records/vocabulary.js";

/** One layout of the country: what stands over its grid, the grid, and what is to be read from it. */
export interface Layout {
  /** The form as `docs/forms.md` calls it. */
  readonly name: string;
  readonly stage: Stage;
  /** The lines over the grid: the caption first, then form number, issuer and unit. */
  readonly above: readonly string[];
  /** In the notation of the samples: `<` belongs to the cell at the left, `^` to the one above. */
  readonly rows: Matrix;
  /** How many rows are the header. */
  readonly head: number;
  readonly kind: TableKindName;
  /** `side code label | measure phase item yuan`, an amount a line. */
  readonly amounts?: readonly string[];
  /** `code name | total fiscal other | goals`, a project a line. */
  readonly projects?: readonly string[];
  /** `project: level1 / level2 / level3 | kind operator value unit text weight | actual score`, an indicator a line. */
  readonly indicators?: readonly string[];
  /** The rules that doubt something of it, each once; none where not given. */
  readonly doubts?: readonly string[];
}

/** Lines of a text, each trimmed. */
export function lines(parts: TemplateStringsArray): readonly string[] {
  return parts
    .join("")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
