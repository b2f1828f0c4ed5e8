import { parseSync, Visitor } from "oxc-parser";
import type { Edit } from "./edit.js";
import { regexEdits } from "./regex-edits.js";

/** What stands for each operator. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
};

/** What is called in place of each method. */
const METHODS: Readonly<Record<string, string>> = {
  gt: "gte",
  gte: "gt",
  lt: "lte",
  lte: "lt",
  plus: "minus",
  minus: "plus",
  times: "div",
  div: "times",
  some: "every",
  every: "some",
  max: "min",
  min: "max",
  startsWith: "endsWith",
  endsWith: "startsWith",
};

type Span = Pick<Edit, "start" | "end">;

/**
 * Every small change of a module that its tests ought to notice, in the order of the source: operators, numbers one off,
 * booleans and conditions, statements and defaults removed, regexes loosened, strings and arrays emptied.
 */
export function editsOf(name: string, source: string): readonly Edit[] {
  const { program, errors } = parseSync(name, source);
  if (errors.length > 0) throw new Error(`${name} cannot be parsed: ${errors[0]?.message}`);
  const edits: Edit[] = [];
  const inert: Span[] = [];
  const add = ({ start, end }: Span, ...texts: readonly string[]): void => {
    edits.push(...texts.map((text) => ({ start, end, text })));
  };
  const skip = ({ start, end }: Span): void => void inert.push({ start, end });
  const operator = (node: Span & Operation): void => {
    const between = source.slice(node.left.end, node.right.start);
    const start = node.left.end + between.indexOf(node.operator);
    add({ start, end: start + node.operator.length }, ...(OPERATORS[node.operator] ?? []));
  };
  new Visitor({
    ...Object.fromEntries(TYPES.map((type) => [type, skip])),
    BinaryExpression: operator,
    LogicalExpression: (node) => {
      if (node.operator === "??") add({ start: node.left.end, end: node.end }, "");
      else operator(node);
    },
    UnaryExpression: ({ operator: sign, argument, start }) => {
      if (sign === "!") add({ start, end: argument.start }, "");
    },
    Literal: (node) => {
      if ("regex" in node) edits.push(...within(regexEdits(node.regex.pattern), node.start + 1));
      else add(node, ...literals(node.value));
    },
    TemplateLiteral: (node) => add(node, "``"),
    TaggedTemplateExpression: ({ quasi }) => skip(quasi),
    ArrayExpression: (node) => {
      if (node.elements.length > 0) add(node, "[]");
    },
    IfStatement: ({ test }) => add(test, "true", "false"),
    ConditionalExpression: ({ test }) => add(test, "true", "false"),
    WhileStatement: ({ test }) => add(test, "false"),
    ExpressionStatement: (node) => add(node, ";"),
    ContinueStatement: (node) => add(node, ";"),
    CallExpression: ({ callee }) => {
      if (callee.type !== "MemberExpression" || callee.computed) return;
      const other = METHODS[source.slice(callee.property.start, callee.property.end)];
      if (other !== undefined) add(callee.property, other);
    },
    FunctionDeclaration: ({ body, returnType }) => {
      if (body !== null && returnType?.typeAnnotation.type === "TSBooleanKeyword")
        add(body, "{ return true; }", "{ return false; }");
    },
    ExportNamedDeclaration: ({ source: from }) => {
      if (from !== null) skip(from);
    },
    // The messages of errors that no caller compares, and the names of properties.
    ThrowStatement: skip,
    Property: ({ key, computed }) => {
      if (!computed) skip(key);
    },
  }).visit(program);
  const isInert = ({ start, end }: Edit) =>
    inert.some((span) => span.start <= start && end <= span.end);
  return edits
    .filter((edit) => !isInert(edit))
    .toSorted((one, other) => one.start - other.start || one.end - other.end);
}

interface Operation {
  readonly left: Span;
  readonly right: Span;
  readonly operator: string;
}

/** What is erased before the program runs, or only names a module. */
const TYPES = [
  "TSTypeAnnotation",
  "TSTypeParameterDeclaration",
  "TSTypeParameterInstantiation",
  "TSTypeAliasDeclaration",
  "TSInterfaceDeclaration",
  "ImportDeclaration",
  "ExportAllDeclaration",
  "TSLiteralType",
];

/** Edits of a part of the source, which begins there. */
function within(edits: readonly Edit[], from: number): readonly Edit[] {
  return edits.map(({ start, end, text }) => ({ start: from + start, end: from + end, text }));
}

/** What stands for a literal: one more, one less, the other, nothing. */
function literals(value: unknown): readonly string[] {
  if (typeof value === "number") return [`${value + 1}`, `(${value - 1})`];
  if (typeof value === "boolean") return [String(!value)];
  if (typeof value === "string") return value === "" ? ['"mutated"'] : ['""'];
  return [];
}
