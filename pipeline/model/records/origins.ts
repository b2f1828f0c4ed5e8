import * as z from "zod";
import { column, required, text } from "./columns.js";
import { documentFamily } from "./family.js";

/** origins.csv: one row an input: where the bytes of a document were found. */
export const origins = documentFamily({
  title: "来源",
  about:
    "One row per input: a path, a member of an archive or an address at which the bytes of a document were found.",
  key: ["document_id", "path"],
  columns: {
    path: required("路径"),
    file_name: required("文件名"),
    origin: text("所在文件"),
    source_url: text("来源网址"),
    retrieved_at: column(z.iso.datetime().nullable(), "获取时间"),
    issuer: text("清单所列公开单位"),
    region: text("清单所列地区"),
    note: text("备注"),
  },
});
