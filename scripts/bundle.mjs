// Bundles the compiled command and the process that reads, so that they start from a few files and not
// from a thousand: `node scripts/bundle.mjs [FOLDER]`, FOLDER being dist where not given. Writes FOLDER/bin,
// with the licences of the packages that are in it.
import { chmodSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { rolldown } from "rolldown";
import { licencesOf } from "./licences.mjs";

const folder = resolve(process.argv[2] ?? "dist");
const bin = join(folder, "bin");
const entries = ["cli/gongkai.js", "workers/pool/reader.js"].map((file) => join(folder, file));

/** Packages that find files of their own, hold native code, or are loaded by few commands alone. */
const LEFT_OUT =
  /^(?:7z-wasm|@aws-sdk|@bull-board|@duckdb|@embedpdf|@napi-rs|@gutenye|@tesseract\.js-data|bullmq|express|ioredis|node-sqlite3-wasm|onnxruntime-node|pdfjs-dist|pino|sharp|tesseract\.js)(?:\/|$)/u;

const MODULE_URL = /new URL\((?<file>"[^"]+"), import\.meta\.url\)|import\.meta\.url/gu;

/** What a module finds beside itself is found where it was, but for the entries: they are bundled too. */
const besideItself = {
  name: "beside-itself",
  transform(code, path) {
    if (!path.startsWith(folder)) return undefined;
    const own = JSON.stringify(relative(bin, path));
    return code.replaceAll(MODULE_URL, (_, file) => {
      if (file === undefined) return `new URL(${own}, import.meta.url).href`;
      const target = resolve(dirname(path), JSON.parse(file));
      const from = entries.includes(target) ? basename(target) : relative(bin, target);
      return `new URL(${JSON.stringify(from)}, import.meta.url)`;
    });
  },
};

const bundle = await rolldown({
  input: entries,
  platform: "node",
  external: (id) => LEFT_OUT.test(id),
  // What CommonJS packages call their own file.
  transform: { define: { __filename: "import.meta.filename", __dirname: "import.meta.dirname" } },
  plugins: [besideItself],
});
const { output } = await bundle.write({
  dir: bin,
  entryFileNames: "[name].js",
  chunkFileNames: "[name]-[hash].js",
});
chmodSync(join(bin, "gongkai.js"), 0o755);
writeFileSync(join(bin, "LICENSES.txt"), licencesOf(output, folder));
// A process that runs goes on loading what did not change.
const written = new Set(["LICENSES.txt", ...output.map(({ fileName }) => fileName)]);
for (const file of readdirSync(bin)) if (!written.has(file)) rmSync(join(bin, file));
