import * as z from "zod";
import { decimal } from "../../model/records/columns.js";
import { FAMILIES } from "../../model/records/registry.js";
import type { RecordFile } from "../../model/records/registry.js";

/** A column of a CSV file in Table Schema's terms. */
export interface Field {
  readonly name: string;
  readonly title: string;
  readonly type: "string" | "integer" | "number" | "boolean" | "date" | "datetime";
  readonly description?: string;
  readonly constraints?: Constraints;
}

interface Constraints {
  readonly required?: true;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}

const DECIMAL_NOTE =
  "An exact decimal: read it with a decimal type; binary floating point rounds it.";

/** The columns of a CSV file, made from the schema of its records. */
export function fieldsOf(file: RecordFile): readonly Field[] {
  return Object.entries(FAMILIES[file].record.shape).map(([name, column]) =>
    fieldOf(name, columnSchema.parse(z.toJSONSchema(column))),
  );
}

/** As much of a column's JSON Schema as records use; a new construct fails here, not silently. */
const simple = z.object({
  type: z.union([z.string(), z.tuple([z.string(), z.literal("null")])]).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.string()).optional(),
  minLength: z.number().optional(),
  minimum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  maximum: z.number().optional(),
});
const columnSchema = simple.extend({
  title: z.string(),
  anyOf: z.tuple([simple, z.object({ type: z.literal("null") })]).optional(),
});
type Simple = z.infer<typeof simple>;
type ColumnSchema = z.infer<typeof columnSchema>;

function fieldOf(name: string, column: ColumnSchema): Field {
  const schema = column.anyOf?.[0] ?? column;
  const nullable = column.anyOf !== undefined || Array.isArray(column.type);
  const type = typeOf(schema);
  const limits = constraintsOf(schema, type, nullable);
  return {
    name,
    title: column.title,
    type,
    ...(type === "number" ? { description: DECIMAL_NOTE } : {}),
    ...(Object.keys(limits).length > 0 ? { constraints: limits } : {}),
  };
}

const DECIMAL_PATTERN = simple.parse(z.toJSONSchema(decimal)).pattern;
const BY_FORMAT: Readonly<Record<string, Field["type"]>> = {
  date: "date",
  "date-time": "datetime",
};
const fieldType = z.enum(["string", "integer", "boolean"]);

function typeOf(schema: Simple): Field["type"] {
  if (schema.pattern === DECIMAL_PATTERN) return "number";
  const byFormat = schema.format === undefined ? undefined : BY_FORMAT[schema.format];
  if (byFormat !== undefined) return byFormat;
  return fieldType.parse(Array.isArray(schema.type) ? schema.type[0] : schema.type);
}

function constraintsOf(schema: Simple, type: Field["type"], nullable: boolean): Constraints {
  const required = nullable ? {} : { required: true as const };
  if (type === "integer") return { ...required, ...boundsOf(schema) };
  if (type !== "string") return required;
  const { minLength, pattern, enum: values } = schema;
  return {
    ...required,
    ...(minLength === undefined ? {} : { minLength }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(values === undefined ? {} : { enum: values }),
  };
}

/** zod bounds every integer by what JavaScript can count; that says nothing about the column. */
function boundsOf({ minimum, exclusiveMinimum, maximum }: Simple): Constraints {
  return {
    ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
    ...(exclusiveMinimum === undefined ? {} : { exclusiveMinimum }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
  };
}
