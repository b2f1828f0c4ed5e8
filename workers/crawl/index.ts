export { crawlSites, userAgentOf } from "./run/crawl-sites.js";
export { writeCrawlCsv } from "./record/crawl-csv.js";
export { foundIn, sightingsOf } from "./record/found.js";
export { readCurrent } from "./record/journal.js";
export { keepingWarc } from "./record/warc.js";
export { writeChanges } from "./report/changes-csv.js";
export { proposals } from "./report/propose.js";
export { checkSites, readSites } from "./sites/read-sites.js";
export { sitesIn } from "./sites/site.js";
