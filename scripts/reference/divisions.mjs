// Makes normalizers/reference/divisions.tsv, GB/T 2260 with history, from the `result.csv` of
// https://github.com/yescallop/areacodes (CC0): node scripts/reference/divisions.mjs result.csv divisions.tsv
import { readFileSync, writeFileSync } from "node:fs";

const [source, target] = process.argv.slice(2);
const [, ...lines] = readFileSync(source, "utf8").trim().split(/\r?\n/u);

const rows = lines.map((line) => {
  const [code, , , name, , , from, to, successors] = line.split(",");
  return {
    code,
    name,
    from: Number(from),
    to,
    successors: successors.replaceAll(/\[(\d+)\]/gu, "@$1"),
  };
});

/** Codes that stood for a prefecture or province at any time. */
const containers = new Set(rows.filter(({ code }) => code.endsWith("00")).map(({ code }) => code));

function parent(code) {
  if (code.endsWith("0000")) return "";
  const prefecture = `${code.slice(0, 4)}00`;
  return !code.endsWith("00") && containers.has(prefecture)
    ? prefecture
    : `${code.slice(0, 2)}0000`;
}

const body = rows
  .toSorted((a, b) => a.code.localeCompare(b.code) || a.from - b.from)
  .map((row) =>
    [row.code, row.name, parent(row.code), row.from, row.to, row.successors].join("\t"),
  );
writeFileSync(target, `${["code\tname\tparent\tfrom\tto\tsuccessors", ...body].join("\n")}\n`);
