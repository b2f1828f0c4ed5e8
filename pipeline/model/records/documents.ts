import * as z from "zod";
import { SCOPES, STAGES } from "./vocabulary.js";
import {
  choice,
  column,
  count,
  date,
  documentId,
  natural,
  oneOf,
  required,
  text,
  year,
} from "./columns.js";
import { documentFamily } from "./family.js";

/** documents.csv: one row a distinct document, failed ones too. */
export const documents = documentFamily({
  title: "文档",
  about:
    "One row per distinct document, failed ones too. Where its bytes were found is in origins.csv; of several places the first is here.",
  key: ["document_id"],
  columns: {
    file_name: required("文件名"),
    source_url: text("来源网址"),
    media_type: text("媒体类型"),
    sha256: required("SHA-256"),
    bytes: count("字节数"),
    pages: natural("页数"),
    extractor: text("读取器"),
    ocr: column(z.boolean().nullable(), "是否识别"),
    status: choice(["ok", "partial", "failed"], "状态"),
    error_code: text("错误代码"),
    error_message: text("错误说明"),
    title: text("标题"),
    issuer_name: text("公开单位"),
    issuer_code: text("单位代码"),
    region_code: column(
      z
        .string()
        .regex(/^\d{6}$/u)
        .nullable(),
      "行政区划代码",
    ),
    region_name: text("行政区划名称"),
    fiscal_year: year("预算年度"),
    stage: oneOf(STAGES, "阶段"),
    scope: oneOf(SCOPES, "公开范围"),
    published_on: date("公开日期"),
    approved_on: date("批复日期"),
    approval_reference: text("批复文号"),
    retrieved_at: column(z.iso.datetime().nullable(), "获取时间"),
    // Documents written before there were these columns are read back without them.
    error_message_zh: column(z.string().nullable().default(null), "错误说明（中文）"),
    path: required("路径"),
    origin: text("所在文件"),
    cells: column(z.int().nonnegative().nullable().default(null), "单元格数"),
    cells_understood: column(z.int().nonnegative().nullable().default(null), "已理解的单元格数"),
    // What a crawler saw; without one all five are empty.
    version: column(z.int().positive().nullable().default(null), "版次"),
    supersedes: column(documentId.nullable().default(null), "所替换文档"),
    first_seen: column(z.iso.datetime().nullable().default(null), "首次见到"),
    last_seen: column(z.iso.datetime().nullable().default(null), "最后见到"),
    gone_on: column(z.iso.date().nullable().default(null), "消失日期"),
  },
});
