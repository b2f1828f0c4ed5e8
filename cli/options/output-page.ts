import { resolve } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { codeOf, ToldError } from "../../pipeline/model/errors.js";

/** A page cannot be written where it is to go. */
class UnwritablePage extends ToldError {
  override readonly name = "UnwritablePage";
}

/**
 * Writes a page once it is made; what stands there is replaced by the whole of it. What making it reads tells of
 * itself: a fault of the system that is left is of the page, or of the scratch beside it.
 *
 * @throws UnwritablePage, and what making it throws
 */
export async function writePage(out: string, make: () => Promise<string>): Promise<void> {
  try {
    await writeFileAtomic(resolve(out), await make());
  } catch (error) {
    const code = codeOf(error);
    throw code === undefined || error instanceof ToldError ? error : unwritable(out, code, error);
  }
}

function unwritable(out: string, code: string, cause: unknown): UnwritablePage {
  const says = {
    en: `${out} cannot be written (${code}). Give another --out, the name of a file.`,
    zh: `无法写入 ${out}（${code}）。请另选 --out，给出文件名。`,
  };
  return new UnwritablePage(says, { cause });
}
