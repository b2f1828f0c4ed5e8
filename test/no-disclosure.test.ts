import { describe, expect, test } from "vitest";
import { extract } from "../index.js";

/** Files of numbers and names that nobody published as a budget or as accounts. */
const FILES: Readonly<Record<string, string>> = {
  "an index of files in TSV": [
    "file\twhat\tyear\tissuer\tstage\tnote",
    "yunxi/jyj-2024.pdf\t2024 department budget\t2024\t云溪县教育局\tbudget\tprinted from Word",
    "yunxi/mzj-2023.docx\t2023 final accounts\t2023\t云溪县民政局\taccounts\tnine tables",
    "yunxi/slj-2022.xls\t2022 department budget\t2022\t云溪县水利局\tbudget\tsaved by WPS",
  ].join("\n"),
  "rows of a dataset": [
    "document_id,table_no,row,label,measure,amount,raw",
    "1a24fa43255d94fe,1,2,财政拨款收入,total,18346600.5,1834.66",
    "1a24fa43255d94fe,1,3,一般公共服务支出,total,14657978.5,1465.80",
    "1a24fa43255d94fe,1,4,收入总计,total,18346600.5,1834.66",
  ].join("\n"),
  "one row of a dataset, with a sentence in it": [
    "document_id,section_no,page,measure,fiscal_year,phase,amount,raw,sentence",
    '1a24fa43255d94fe,3,2,income_total,2020,budget,1200000,120.00万元,"2020年部门预算收入120.00万元。"',
  ].join("\n"),
  "names without a number": [
    "table_no,name,nature,rank,funding",
    "一,云溪县教育局机关,行政,正科级,财政拨款",
    "二,云溪县第一小学,事业,股级,财政拨款",
  ].join("\n"),
};

describe("what is no disclosure is no budget that was read without a doubt", () => {
  test.each(Object.entries(FILES))("%s", async (_, text) => {
    const { document, amounts, figures, findings } = await extract(Buffer.from(`${text}\n`));
    expect(document.extractor).toBe("csv");
    expect(document.status).toBe("partial");
    expect(findings.map(({ rule }) => rule)).toContain("nothing_recognized");
    expect([...amounts, ...figures]).toEqual([]);
  });
});
