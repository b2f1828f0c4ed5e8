import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { findLibreOffice } from "../../extractors/libreoffice/find.js";
import { type Element, isElement, parsePage, plainText } from "../../extractors/html/tree.js";

/**
 * The texts of the cells of each visible sheet, or of all tables of a document, row by row, as LibreOffice
 * exports them to HTML: what is hidden is left out, and numbers are as they are shown.
 *
 * @throws where LibreOffice is missing, or makes nothing of the file
 */
export function exportedCells(file: string): ReadonlyMap<string, readonly string[]> {
  const root = parsePage(exportedPage(file));
  const cells = new Map<string, string[]>();
  let sheet = "";
  walk(root, (element) => {
    if (element.tagName === "h1") sheet = sheetNamed(plainText(element)) ?? sheet;
    if (element.tagName !== "td" && element.tagName !== "th") return;
    if (holdsTable(element)) return;
    const text = comparable(plainText(element));
    if (text !== "") cells.set(sheet, [...(cells.get(sheet) ?? []), text]);
  });
  return cells;
}

const sheetNamed = (heading: string) => /^\s*Sheet\s*\d+:\s*(.*?)\s*$/su.exec(heading)?.[1];

/** Blanks aside: programs pad numbers and justified names in ways of their own. */
export const comparable = (text: string): string => text.replaceAll(/[\s\u00A0\u200B]/gu, "");

function exportedPage(file: string): string {
  const office = findLibreOffice(undefined);
  if (office === undefined) throw new Error("LibreOffice is missing: it is what is compared with.");
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-cells-"));
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, "profile")).href}`;
    const out = path.join(folder, "out");
    const options = ["--headless", profile, "--convert-to", "html", "--outdir", out, file];
    execFileSync(office, options, { stdio: ["ignore", "ignore", "pipe"] });
    const [page] = readdirSync(out).filter((name) => name.endsWith(".html"));
    if (page === undefined) throw new Error(`LibreOffice made no page of ${file}.`);
    return readFileSync(path.join(out, page), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function walk(element: Element, visit: (element: Element) => void): void {
  visit(element);
  for (const child of element.childNodes) if (isElement(child)) walk(child, visit);
}

function holdsTable(element: Element): boolean {
  let found = false;
  walk(element, ({ tagName }) => {
    found ||= tagName === "table";
  });
  return found;
}
