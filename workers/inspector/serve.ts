import { once } from "node:events";
import { openInspector } from "./inspector.js";
import type { InspectorOptions } from "./inspector.js";

export { documentShelf } from "./document-shelf.js";
export { folderShelf } from "./folder-shelf.js";

export interface ServeOptions extends InspectorOptions {
  /** Told once where it listens. */
  readonly onListening: (address: string) => void;
  readonly stop: AbortSignal;
}

/**
 * Serves the inspector until `stop`.
 *
 * @throws CannotListen
 */
export async function serveInspector({
  onListening,
  stop,
  ...options
}: ServeOptions): Promise<void> {
  const inspector = await openInspector(options);
  onListening(inspector.address);
  if (!stop.aborted) await once(stop, "abort");
  await inspector.close();
}
