// The crawler against the invented province: `npm run crawl-example [-- OPTION...]`. It serves the province at
// loopback, writes a sites.yaml for it, and runs `gongkai crawl` with the options. A second call fetches what changed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { stringify } from "yaml";
import { inventedProvince } from "./index.js";
import { serveSite } from "./server.js";

/** The ports at which the sites are served: the same each time, so that a second run knows them. */
const FIRST_PORT = 47_110;

const sources = globSync("samples/*/source.{pdf,docx,xlsx}").toSorted();
const contents = await Promise.all(sources.map((path) => readFile(path)));

/** A sample, with its number after its end: the bytes of no other document. */
function sample(number: number): Uint8Array {
  const bytes = contents[number % contents.length];
  if (bytes === undefined) throw new Error("There are no samples. Run this in the checkout.");
  return bytes.subarray(0, 4).toString() === "%PDF"
    ? Buffer.concat([bytes, Buffer.from(`\n%${number}\n`)])
    : bytes;
}

const [site] = inventedProvince(sample);
if (site === undefined) throw new Error("The province has no site.");
const served = await serveSite(site, FIRST_PORT);
const file = {
  contact: "https://www.example.org/crawler",
  delay: 0.2,
  allowPrivate: true,
  sites: [{ name: site.name, start: [`${served.origin}${site.start}`] }],
};
await mkdir("build", { recursive: true });
await writeFile("build/sites.yaml", stringify(file));
const program = fileURLToPath(new URL("../../cli/gongkai.js", import.meta.url));
const options = process.argv.slice(2);
const child = spawn(process.execPath, [program, "crawl", "build/sites.yaml", ...options], {
  stdio: "inherit",
});
const [code] = await once(child, "exit");
await served.close();
process.exitCode = Number(code);
