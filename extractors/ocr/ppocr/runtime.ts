import { createRequire } from "node:module";
import { isMainThread } from "node:worker_threads";
import type { InferenceSession } from "onnxruntime-node";
import { codeOf } from "../../../pipeline/model/errors.js";
import type { Bilingual } from "../../../pipeline/model/finding.js";
import { OcrUnavailable } from "../engine/unavailable.js";

/** One model that is loaded. */
export interface Model {
  /** What it makes of one input of this shape. */
  readonly run: (values: Float32Array, shape: readonly number[]) => Promise<ModelOutput>;
  readonly close: () => Promise<void>;
}

export interface ModelOutput {
  readonly values: Float32Array;
  readonly shape: readonly number[];
}

/**
 * One thread a model: documents are what is read beside each other. Without the arena, memory stays
 * that of the largest picture; with it, it grows with every new width of a line.
 */
const SETTINGS: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  enableCpuMemArena: false,
  enableMemPattern: false,
  executionMode: "sequential",
  graphOptimizationLevel: "all",
  logSeverityLevel: 3,
};

/**
 * What loads ONNX files.
 *
 * @throws OcrUnavailable where the runtime is not installed; the load itself, where a file is no model
 */
export async function openRuntime(): Promise<(path: string) => Promise<Model>> {
  const { InferenceSession: Session, Tensor } = await runtime();
  return async (path) => {
    const session = await opened(path, () => Session.create(path, SETTINGS));
    const [input, output] = [session.inputNames[0], session.outputNames[0]];
    if (input === undefined || output === undefined)
      throw noModel(path, "it has no input or output");
    return {
      run: async (values, shape) => {
        const results = await session.run({ [input]: new Tensor("float32", values, shape) });
        const result = results[output];
        if (!(result?.data instanceof Float32Array)) throw noModel(path, "it gives no numbers");
        return { values: result.data, shape: result.dims };
      },
      close: () => session.release(),
    };
  };
}

/** A model that is loaded when it is first used: pages that were read before need none. */
export function laterLoaded(load: () => Promise<Model>): Model {
  let loading: Promise<Model> | undefined;
  const loaded = () => (loading ??= load());
  return {
    run: async (values, shape) => (await loaded()).run(values, shape),
    close: async () => (await loading)?.close(),
  };
}

const MISSING = {
  en:
    "Pages that are pictures cannot be read: the package onnxruntime-node is missing or does not fit this machine. " +
    "Install it with `ONNXRUNTIME_NODE_INSTALL=skip npm install onnxruntime-node@1.30.0`, or choose `--ocr-engine tesseract`.",
  zh:
    "不能读取是图片的页：没有安装 onnxruntime-node，或它不适合本机。" +
    "请用 `ONNXRUNTIME_NODE_INSTALL=skip npm install onnxruntime-node@1.30.0` 安装，或选择 `--ocr-engine tesseract`。",
};

/**
 * What to say where the runtime is not installed, without loading it: npm leaves it out in silence where its script
 * fails, as it does offline. `beside` is the module that would load it.
 */
export function missingRuntime(beside = import.meta.url): Bilingual<string> | undefined {
  try {
    createRequire(beside).resolve("onnxruntime-node");
    return undefined;
  } catch (error) {
    if (codeOf(error) !== "MODULE_NOT_FOUND") throw error;
    return MISSING;
  }
}

async function runtime(): Promise<typeof import("onnxruntime-node")> {
  disableTelemetry();
  try {
    return await import("onnxruntime-node");
  } catch (cause) {
    throw new OcrUnavailable(MISSING, { cause });
  }
}

/**
 * Keeps the runtime from calling its vendor, which it does unless the environment of the process says
 * no before it is loaded.
 *
 * @throws OcrUnavailable in a thread whose process does not say so: a thread has only a copy of it
 */
function disableTelemetry(): void {
  if (process.env["ORT_DISABLE_TELEMETRY"] === "1") return;
  if (!isMainThread)
    throw new OcrUnavailable({
      en:
        "Pages that are pictures are not read in a thread unless ORT_DISABLE_TELEMETRY=1 is set in the environment of its process: " +
        "the OCR runtime would call its vendor.",
      zh: "在线程里不读取是图片的页，除非其进程的环境变量设有 ORT_DISABLE_TELEMETRY=1：否则 OCR 运行库会联系其厂商。",
    });
  process.env["ORT_DISABLE_TELEMETRY"] = "1";
}

async function opened<T>(path: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (cause) {
    throw noModel(path, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function noModel(path: string, reason: string, cause?: unknown): OcrUnavailable {
  const sentence = reason.replace(/(?<!\.)\.+$/u, "");
  return new OcrUnavailable(
    {
      en: `${path} cannot be used as an ONNX model: ${sentence}.`,
      zh: `${path} 不能用作 ONNX 模型：${sentence}。`,
    },
    { cause },
  );
}
