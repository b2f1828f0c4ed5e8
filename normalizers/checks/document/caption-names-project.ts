import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import { canonical } from "../../values/text.js";

const rule: Rule<{ readonly caption: string; readonly name: string }> = {
  id: "caption_names_project",
  severity: "error",
  about: {
    en: "The caption of a 绩效目标表 names the project that the sheet names; a warning where one may abbreviate the other.",
    zh: "绩效目标表的表题与表内是同一个项目；一个可能是另一个的简称时为 warning。",
  },
  say: {
    en: ({ caption, name }) => `The caption says “${caption}”, the sheet “${name}”.`,
    zh: ({ caption, name }) => `表题写的是“${caption}”，表内写的是“${name}”。`,
  },
};

/** 鉴定费 above the sheet, 签定费 in it. */
export const captionNamesProject: Check = {
  rule,
  run: ({ projects, tables }) => {
    const pairs = projects.flatMap(({ table_no, project_name: name }) => {
      const table = tables.find(({ printed }) => printed.number === table_no);
      const caption = captioned(table?.printed.caption ?? "");
      if (table === undefined || name === null || caption === "") return [];
      return [{ caption, name, where: { table_no, page: table.record.page_first } }];
    });
    const findings = pairs.flatMap(({ caption, name, where }): readonly Finding[] => {
      const [a, b] = [plain(caption), plain(name)];
      if (a.includes(b) || b.includes(a)) return [];
      const found = finding(rule, { caption, name }, { ...where, expected: caption, actual: name });
      return [isMisspelt(a, b) ? found : { ...found, severity: "warning" }];
    });
    return {
      compared: pairs.length,
      findings,
      unable: {
        en: "no sheet has both a caption and a project name",
        zh: "没有绩效目标表同时有表题和项目名称",
      },
    };
  },
};

/** What every such form is called, and no project by itself. */
const GENERIC =
  /^(?:\d{4}年度?|省级|市级|县级|区级|本级|中央|地方|对下|部门|单位|预算|财政|项目|支出|专项|资金|经费|重点|一级|二级|转移支付)*$/u;
const OF_FORM =
  /(?:项目)?(?:支出)?(?:整体)?绩效(?:目标|指标)?(?:申报|批复|填报|报送|公开|汇总|情况|自评|监控)*(?:明细)?表?(?:[（(].*[)）])?$/u;

/** The project's part of a caption, or nothing where it is the title of a form. */
function captioned(caption: string): string {
  const name = canonical(caption).replace(OF_FORM, "");
  return GENERIC.test(plain(name)) || /^20\d\d年/u.test(name) ? "" : name;
}

const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

/** As long, and different in one or two characters. */
function isMisspelt(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const different = Array.from(a).filter((char, index) => char !== b[index]).length;
  return different <= 2 && different < a.length / 2;
}
