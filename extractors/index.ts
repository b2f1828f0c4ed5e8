import type { Format } from "./common/format.js";
import { converted } from "./libreoffice/index.js";
import { docx } from "./docx/index.js";
import { pdf } from "./pdf/index.js";
import { pictures } from "./picture.js";
import { html } from "./html/index.js";
import { csv } from "./sheet/csv.js";
import { ofd } from "./ofd/index.js";
import { ods } from "./sheet/ods/index.js";
import { xls } from "./sheet/xls/index.js";
import { xlsx } from "./sheet/xlsx/index.js";
import { text } from "./text/index.js";

export { formatOf } from "./sniff.js";

/** Every format that is read. The first that accepts the bytes reads them. */
export const formats: readonly Format[] = [
  pdf,
  docx,
  xlsx,
  xls,
  ods,
  ofd,
  ...converted,
  ...pictures,
  html,
  csv,
  text,
];
