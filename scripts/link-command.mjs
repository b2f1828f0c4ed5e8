// Makes `npx gongkai` run this checkout: npm links the commands of dependencies only.
import { chmodSync, existsSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "node_modules", ".bin");
const link = join(folder, "gongkai");

chmodSync(join(root, "dist", "bin", "gongkai.js"), 0o755);
if (existsSync(folder) && process.platform !== "win32") {
  rmSync(link, { force: true });
  symlinkSync(join("..", "..", "dist", "bin", "gongkai.js"), link);
}
