import { text, year } from "./columns.js";
import { tableFamily } from "./family.js";

/** activities.csv: one row per 职责活动. */
export const activities = tableFamily({
  title: "职责活动",
  about: "One row per activity (职责活动).",
  columns: {
    activity_code: text("活动编码"),
    activity_name: text("活动名称"),
    description: text("活动描述"),
    fiscal_year: year("预算年度"),
    goal: text("绩效目标"),
  },
});
