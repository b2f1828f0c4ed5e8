import { expect, test } from "vitest";
import { extract } from "../../../index.js";
import { decoded, nameOf } from "../../../workers/crawl/fetch/content.js";
import { changesBetween } from "../../../workers/crawl/report/changes.js";

const text = (rows: readonly string[]) =>
  Buffer.from(
    ["支出总表", "单位：万元", "\t科目编码\t科目名称\t合计\t基本支出\t项目支出", ...rows, ""].join(
      "\n",
    ),
  );

test("what changed between two versions: amounts that were changed, added and dropped", async () => {
  const before = await extract(
    text(["\t205\t教育支出\t12.00\t5.00\t7.00", "\t208\t社会保障和就业支出\t3.00\t3.00\t"]),
  );
  const after = await extract(
    text(["\t205\t教育支出\t13.00\t5.00\t8.00", "\t210\t卫生健康支出\t2.00\t2.00\t"]),
  );
  expect(before.amounts.length).toBeGreaterThan(0);
  const changes = changesBetween(before, after);
  expect(new Set(changes.map(({ change }) => change))).toEqual(
    new Set(["changed", "added", "dropped"]),
  );
  expect(changes.find(({ change }) => change === "changed")).toMatchObject({
    supersedes: before.document.document_id,
    before: "120000",
    after: "130000",
  });
  expect(changesBetween(before, before)).toEqual([]);
});

const GBK = Buffer.from([0xd4, 0xa4, 0xcb, 0xe3]);

test.each([
  ["bytes of GBK", `attachment; filename="${GBK.toString("latin1")}.pdf"`],
  ["bytes of UTF-8", `attachment; filename="${Buffer.from("预算").toString("latin1")}.pdf"`],
  ["RFC 5987", "attachment; filename*=UTF-8''%E9%A2%84%E7%AE%97.pdf"],
  ["percent-encoded GBK", "attachment; filename=%D4%A4%CB%E3.pdf"],
])("the name of a file is read from %s", (_, header) => {
  expect(nameOf("http://a.example/x.jsp?id=1", { "content-disposition": header })).toBe("预算.pdf");
});

test("a page in GBK is read, whatever it says that it is in", () => {
  const bytes = Buffer.concat([Buffer.from('<meta charset="utf-8">'), GBK]);
  expect(decoded({ bytes, headers: {} })).toBe('<meta charset="utf-8">预算');
});
