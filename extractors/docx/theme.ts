import { readXml } from "../office/xml.js";

/** Chinese (simplified) in the theme's list of scripts. */
const SCRIPT = "Hans";

/** The typefaces of a theme by slot, as `w:rFonts` names them (`minorEastAsia`, `majorHAnsi`). */
export function readThemeFonts(bytes: Uint8Array | undefined): ReadonlyMap<string, string> {
  const fonts = new Map<string, string>();
  if (bytes === undefined) return fonts;
  let scheme: string | undefined;
  const keep = (slots: readonly string[], font: string | undefined): void => {
    if (scheme === undefined || font === undefined || font === "") return;
    for (const slot of slots) fonts.set(scheme + slot, font);
  };
  readXml(bytes, {
    open: (name, attributes) => {
      if (name === "a:majorFont") scheme = "major";
      else if (name === "a:minorFont") scheme = "minor";
      else if (name === "a:latin") keep(["Ascii", "HAnsi"], attributes["typeface"]);
      else if (name === "a:ea") keep(["EastAsia"], attributes["typeface"]);
      else if (name === "a:font" && attributes["script"] === SCRIPT && scheme !== undefined) {
        if (!fonts.has(`${scheme}EastAsia`)) keep(["EastAsia"], attributes["typeface"]);
      }
    },
    close: (name) => {
      if (name === "a:majorFont" || name === "a:minorFont") scheme = undefined;
    },
  });
  return fonts;
}
