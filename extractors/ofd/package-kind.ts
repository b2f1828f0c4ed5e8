import type { PackageKind } from "../office/package.js";

/** OFD files name no content types: the part that all of them have tells them. */
export const OFD: PackageKind = { mainPart: "ofd.xml", mainType: /(?!)/u };
