import { readXml } from "../office/xml.js";
import type { Attributes } from "../office/xml.js";

/** An element with all that is in it. Names are without their prefix. */
export interface Node {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly Node[];
  /** Its own text. */
  readonly text: string;
}

interface Growing extends Node {
  readonly children: Growing[];
  text: string;
}

/**
 * Reads a part as a tree: the pages of an OFD are parts of their own, and none is large.
 *
 * @throws UnreadableSource `damaged`, `too_large`
 */
export function xmlTree(bytes: Uint8Array): Node {
  const root: Growing = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  readXml(bytes, {
    open: (name, attributes) => {
      const node = { name: name.replace(/^.*:/u, ""), attributes, children: [], text: "" };
      open.at(-1)?.children.push(node);
      open.push(node);
    },
    close: () => open.pop(),
    text: (text) => {
      const node = open.at(-1);
      if (node !== undefined) node.text += text;
    },
  });
  return root;
}

/** The elements of a name anywhere in a node, in their order. */
export function* named(node: Node, name: string): Generator<Node> {
  for (const child of node.children) {
    if (child.name === name) yield child;
    yield* named(child, name);
  }
}

/** The text of the first element of a name in a node; empty where there is none. */
export function textOf(node: Node, name: string): string {
  const [first] = named(node, name);
  return first?.text.trim() ?? "";
}

/** The numbers of a list, such as a box; what is no number is left out. */
export function numbersIn(text: string | undefined): readonly number[] {
  return (text ?? "")
    .split(/[\s,]+/u)
    .filter((part) => part !== "")
    .map(Number)
    .filter((number) => !Number.isNaN(number));
}
