import type { Package } from "../../office/package.js";
import { readXml } from "../../office/xml.js";
import type { Drawn } from "../rules.js";

/** Counts pictures, charts and text boxes in a drawing. Boxes without text, such as lines, are none. */
export function countDrawn(pack: Package, name: string, drawn: Drawn): void {
  const bytes = pack.part(name);
  if (bytes === undefined) return;
  let text = "";
  readXml(bytes, {
    open: (element) => {
      if (element === "xdr:pic") drawn.pictures += 1;
      else if (element === "xdr:graphicFrame") drawn.charts += 1;
      else if (element === "xdr:sp") text = "";
    },
    close: (element) => {
      if (element === "xdr:sp" && text.trim() !== "") drawn.texts += 1;
    },
    text: (some) => {
      text += some;
    },
  });
}
