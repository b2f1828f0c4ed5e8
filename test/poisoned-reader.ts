import type { InferenceSession } from "onnxruntime-node";
import { serve } from "../workers/pool/serve.js";
import { hangInNativeCode } from "./hang.js";

/**
 * A reader of the pool whose OCR runtime is poisoned: a picture whose longer side is about two, three
 * or four times the shorter one hangs it in native code, eats memory, or aborts the process.
 */
await serve(async () => {
  const { InferenceSession: Session } = await import("onnxruntime-node");
  const create: (path: string, settings: object) => Promise<InferenceSession> = Reflect.get(
    Session,
    "create",
  );
  Object.assign(Session, {
    create: async (path: string, settings: object) => {
      const session = await create(path, settings);
      const run = session.run.bind(session);
      const poisoned: typeof run = async (feeds) => {
        for (const { dims } of Object.values(feeds)) poison(dims);
        return run(feeds);
      };
      return Object.assign(session, { run: poisoned });
    },
  });
  return (await import("../index.js")).extractPlanned;
});

/** Lines are at most this high, in pixels: what is larger is a page. */
const LINE = 48;

function poison([, , height = 0, width = 0]: readonly number[]): void {
  if (height <= LINE) return;
  const ratio = Math.round(Math.max(height, width) / Math.min(height, width));
  const kept: Buffer[] = [];
  if (ratio === 2) hangInNativeCode();
  if (ratio === 3) for (;;) kept.push(Buffer.alloc(1 << 25, 1));
  if (ratio === 4) process.kill(process.pid, "SIGABRT");
}
