import { tmpdir } from "node:os";
import { basename, join, relative, resolve, sep } from "node:path";
import { createVitest } from "vitest/node";
import type { TestCase, TestModule, TestSpecification } from "vitest/node";

/** A module as the tests are to read it in place of the file. */
export interface Replaced {
  readonly file: string;
  readonly source: string;
}

/** The first test that failed, or null where all passed. */
export interface Verdict {
  readonly failed: string | null;
}

/** What is about several parts of the program. */
const OF_ALL_PARTS = ["test/rules.test.ts", "test/properties.test.ts", "test/samples.test.ts"];
/** Tests that need no process, no server and no picture: one of them is to notice a mutant. */
const TESTS = ["test/normalizers/**/*.test.ts", "test/pipeline/**/*.test.ts", ...OF_ALL_PARTS];

let replaced: Replaced | undefined;
let failed: string | null = null;

function stopAt(test: string): void {
  failed ??= test;
  void vitest.cancelCurrentRun("test-failure");
}

const stopAtFailure = {
  onTestCaseResult: (test: TestCase) => {
    if (test.result().state === "failed") stopAt(test.fullName);
  },
  onTestModuleEnd: (module: TestModule) => {
    if (module.errors().length > 0) stopAt(basename(module.moduleId));
  },
};

const vitest = await createVitest(
  "test",
  {
    include: TESTS,
    // Real documents stand beside some checkouts alone: a score would depend on them.
    exclude: ["**/shared*.test.ts"],
    globalSetup: [],
    watch: false,
    cache: false,
    pool: "threads",
    isolate: false,
    maxWorkers: 1,
    reporters: [stopAtFailure],
  },
  {
    // Nothing is written into the checkout: mutants are handed to the tests from memory.
    cacheDir: join(tmpdir(), "gongkai-mutate"),
    plugins: [
      {
        name: "replaced-module",
        enforce: "pre",
        load: (id) => (id === replaced?.file ? replaced.source : null),
      },
    ],
  },
);
await vitest.globTestSpecifications();

/** Runs the tests of the module's part of the program that import it, that of its name first, until one fails. */
async function verdict(asked: Replaced): Promise<Verdict> {
  failed = null;
  vitest.config.related = [asked.file];
  const [part = ""] = relative(process.cwd(), asked.file).split(sep);
  const related = (await vitest.getRelevantTestSpecifications()).filter(({ moduleId }) =>
    [join("test", part), ...OF_ALL_PARTS].some((path) => moduleId.startsWith(resolve(path))),
  );
  replaced = asked;
  vitest.invalidateFile(asked.file);
  const isOwn = ({ moduleId }: TestSpecification) =>
    basename(moduleId, ".test.ts") === basename(asked.file, ".ts");
  for (const tests of [related.filter(isOwn), related.filter((test) => !isOwn(test))])
    if (failed === null && tests.length > 0) await vitest.runTestSpecifications(tests);
  replaced = undefined;
  vitest.invalidateFile(asked.file);
  return { failed };
}

process.on("message", (asked: Replaced) => {
  void verdict(asked).then((told) => process.send?.(told));
});
