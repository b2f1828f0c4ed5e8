import type { Format } from "../common/format.js";
import { isPackage } from "../office/package.js";
import { OFD } from "./package-kind.js";

/** OFD, the fixed layout of GB/T 33190-2016: pages of placed characters and lines, as a PDF has them. */
export const ofd: Format = {
  name: "ofd",
  mediaType: "application/ofd",
  accepts: (bytes) => isPackage(bytes, OFD),
  extract: async (bytes) => (await import("./read-ofd.js")).readOfd(bytes),
};
