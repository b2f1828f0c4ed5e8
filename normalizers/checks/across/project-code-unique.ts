import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Check } from "../../../pipeline/model/check.js";
import { finding, type Rule } from "../../../pipeline/model/finding.js";

const rule: Rule<{ readonly code: string; readonly names: readonly string[] }> = {
  id: "project_code_unique",
  severity: "error",
  about: {
    en: "Two different projects do not have the same 项目编码.",
    zh: "两个不同的项目没有相同的项目编码。",
  },
  say: {
    en: ({ code, names }) =>
      `The project code ${code} stands for ${names.map((name) => `“${name}”`).join(" and for ")}.`,
    zh: ({ code, names }) =>
      `项目编码${code}同时用于${names.map((name) => `“${name}”`).join("和")}。`,
  },
};

/** One code, one project. */
export const projectCodeUnique: Check = {
  rule,
  run: ({ projects, tables }) => {
    const coded = projects.filter(({ project_code }) => project_code !== null);
    const findings = grouped(coded, ({ project_code }) => project_code ?? "").flatMap((same) => {
      const names = [...new Set(same.map(({ project_name }) => project_name ?? ""))];
      const last = same.at(-1);
      if (names.length < 2 || last === undefined) return [];
      const page = tables.find(({ printed }) => printed.number === last.table_no)?.record
        .page_first;
      const code = last.project_code ?? "";
      const others = same.slice(0, -1).map(({ table_no, project_name }) => ({
        name: project_name ?? "",
        table_no,
      }));
      return [
        finding(
          rule,
          { code, names },
          { table_no: last.table_no, page: page ?? null, actual: code, related: others },
        ),
      ];
    });
    return {
      compared: coded.length,
      findings,
      unable: { en: "no project has a code", zh: "没有项目有项目编码" },
    };
  },
};
