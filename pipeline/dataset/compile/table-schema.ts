import * as z from "zod";
import { decimal } from "../../model/records/columns.js";
import { DATASET_WORDS } from "./meanings.js";
import type { Words } from "./meanings.js";
import { FAMILIES } from "../../model/records/registry.js";
import type { RecordFile } from "../../model/records/registry.js";

/** A column of a CSV file in Table Schema's terms. */
export interface Field {
  readonly name: string;
  readonly title: string;
  readonly type: "string" | "integer" | "number" | "boolean" | "date" | "datetime";
  /** In English, then in Chinese. */
  readonly description?: string;
  readonly constraints?: Constraints;
  /** The fixed values with their Chinese names. */
  readonly categories?: readonly Category[];
}

interface Category {
  readonly value: string;
  readonly label: string;
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

/** What the description of every exact decimal ends with. */
export const DECIMAL_NOTE = {
  en: "An exact decimal: read it with a decimal type; binary floating point rounds it.",
  zh: "精确小数：请用 decimal 类型读取，二进制浮点数会舍入。",
};

/** The columns of a CSV file, made from the schema of its records. */
export function fieldsOf(file: RecordFile): readonly Field[] {
  return fieldsOfRecord({ file, record: FAMILIES[file].record, words: DATASET_WORDS });
}

/** A file, the schema of its records and what is said of its columns. */
export interface FileColumns {
  readonly file: string;
  readonly record: z.ZodObject;
  readonly words: Words;
}

/** The columns of a file whose records have any schema that is made of the columns of records. */
export function fieldsOfRecord({ file, record, words }: FileColumns): readonly Field[] {
  return Object.entries(record.shape).map(([name, column]) =>
    fieldOf({ file, name, words }, columnSchema.parse(z.toJSONSchema(column))),
  );
}

interface Named extends Omit<FileColumns, "record"> {
  readonly name: string;
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

function fieldOf(named: Named, column: ColumnSchema): Field {
  const { name } = named;
  const schema = column.anyOf?.[0] ?? column;
  const nullable = column.anyOf !== undefined || Array.isArray(column.type);
  const type = typeOf(schema);
  const limits = constraintsOf(schema, type, nullable);
  return {
    name,
    title: column.title,
    type,
    description: describe(named, type),
    ...(Object.keys(limits).length > 0 ? { constraints: limits } : {}),
    ...(schema.enum === undefined ? {} : { categories: categoriesOf(named, schema.enum) }),
  };
}

function describe({ file, name, words }: Named, type: Field["type"]): string {
  const notes = [words.meaningOf(file, name), type === "number" ? DECIMAL_NOTE : undefined];
  const said = notes.filter((note) => note !== undefined);
  return [...said.map(({ en }) => en), ...said.map(({ zh }) => zh)].join(" ");
}

function categoriesOf({ file, name, words }: Named, values: readonly string[]) {
  return values.map((value) => ({ value, label: words.labelOf(file, name, value) ?? value }));
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
