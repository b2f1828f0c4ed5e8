import { ToldError } from "../../pipeline/model/errors.js";

/** DuckDB's native library is not there for this platform, or was left out when the program was installed. */
export class DatabaseUnavailable extends ToldError {
  override readonly name = "DatabaseUnavailable";
}

/**
 * DuckDB, which only the commands that need it load.
 *
 * @throws DatabaseUnavailable where it cannot be loaded
 */
export async function loadDuckDb(): Promise<typeof import("@duckdb/node-api")> {
  try {
    return await import("@duckdb/node-api");
  } catch (cause) {
    throw new DatabaseUnavailable(
      {
        en: `DuckDB cannot be loaded on ${process.platform} ${process.arch}. Install the program again with its optional dependencies (npm install --include=optional), on Linux, macOS or Windows.`,
        zh: `无法在 ${process.platform} ${process.arch} 上载入 DuckDB。请在 Linux、macOS 或 Windows 上连同可选依赖重新安装本程序（npm install --include=optional）。`,
      },
      { cause },
    );
  }
}
