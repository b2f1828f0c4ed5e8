import { expect, test } from "vitest";
import { jsonListLinks } from "../../../workers/crawl/discover/json-list.js";

const asked = (script: string) =>
  jsonListLinks(script, "https://a.example/x/").map(({ url, form }) =>
    [new URL(url).pathname + new URL(url).search, ...(form === null ? [] : [form])].join(" "),
  );

test.each([
  {
    what: "two calls of one kind",
    script: `$.ajax({url: "/api/a", data: {page: 1}}); $.ajax({url: "/api/b", data: {page: 2}})`,
    requests: ["/api/a?page=1", "/api/b?page=2"],
  },
  {
    what: "two calls of a name that no list has",
    script: `layui.table.render({elem: "#a", url: "/api/a", where: 1}); layui.table.render({url: "/api/b"})`,
    requests: ["/api/a", "/api/b"],
  },
  {
    what: "two objects of settings",
    script: `const lists = [{url: "/list/a.json", params: {col: 1}}, {url: "/list/b.json", params: {col: 2}, method: "post"}]`,
    requests: ["/list/a.json?col=1", "/list/b.json col=2"],
  },
  {
    what: "a call whose method and fields stand before its address",
    script: `jQuery.ajax({type: "POST", data: {column: "js", pageNo: 1}, url: "/api/query"}); jQuery.ajax({url: "/api/other"})`,
    requests: ["/api/query column=js&pageNo=1", "/api/other"],
  },
  {
    what: "a call within what another one does with its answer",
    script: `$.ajax({url: "/api/a", success: () => $.post({url: "/api/b", data: {page: 1}}), data: {page: 3}})`,
    requests: ["/api/a?page=3", "/api/b page=1"],
  },
  {
    what: "calls within calls, the outermost told last",
    script: `a({b: [{c: {url: "/api/c", type: "post"}, url: "/api/b"}], url: "/api/a"})`,
    requests: ["/api/c ", "/api/b", "/api/a"],
  },
  {
    what: "calls that begin with the address",
    script: `fetch("/api/a", {method: "POST", data: {p: 1}}); fetch('/api/b'); axios.get("/api/c", {params: {p: 2}}); $.getJSON("/api/d", show)`,
    requests: ["/api/a p=1", "/api/b", "/api/c?p=2", "/api/d"],
  },
])("$what: each list is asked for, as its own call says", ({ script, requests }) => {
  expect(asked(script)).toEqual(requests);
});

test("scripts without an end take no long time", () => {
  const script = `$.ajax({success: [{url: "/api/list",`.repeat(3_000);
  const start = performance.now();
  expect(asked(script)).toHaveLength(3_000);
  expect(performance.now() - start).toBeLessThan(5_000);
});
