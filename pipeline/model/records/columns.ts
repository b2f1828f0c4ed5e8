/** The columns that records are made of, each with its Chinese title. `null` is "not stated". */
import * as z from "zod";

export const column = <S extends z.ZodType>(schema: S, title: string): S => schema.meta({ title });
/** Money, percentages, counts: an exact decimal, without trailing zeros. */
export const decimal = z.string().regex(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/u);

type Values = readonly string[];

/** Columns that may be empty: money in yuan, any other exact number, an integer, a text, one of fixed values. */
export const money = (title: string) => column(decimal.nullable(), title);
export const number = (title: string) => column(decimal.nullable(), title);
export const natural = (title: string) => column(z.int().nonnegative().nullable(), title);
export const year = (title: string) => column(z.int().min(1949).max(2100).nullable(), title);
export const text = (title: string) => column(z.string().nullable(), title);
export const date = (title: string) => column(z.iso.date().nullable(), title);
export const oneOf = <const V extends Values>(values: V, title: string) =>
  column(z.enum(values).nullable(), title);

/** Columns that are never empty. */
export const required = (title: string) => column(z.string().min(1), title);
export const ordinal = (title: string) => column(z.int().positive(), title);
export const count = (title: string) => column(z.int().nonnegative(), title);
export const choice = <const V extends Values>(values: V, title: string) =>
  column(z.enum(values), title);

export const documentId = column(z.string().regex(/^[0-9a-f]{16}$/u), "文档编号");
export const tableNo = ordinal("表序");
export const gridRow = natural("行");
export const gridColumn = natural("列");
export const page = natural("页");
/**
 * How surely the value, label and code of a record were recognized in a picture. It is filled in where a
 * family has this column, by the `row` of a record in its table, or its `raw`, `sentence` and `page` in the prose.
 */
export const confidence = number("识别置信度");
