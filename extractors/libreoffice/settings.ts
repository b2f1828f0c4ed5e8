/** What one conversion by LibreOffice may take. */
export const CONVERSION = {
  /** Seconds; a department's budget takes 3, with a first start of the program 6. The limit of the document holds beside it. */
  seconds: 120,
  /** Bytes of the DOCX or XLSX that is taken: as many as are taken of what it unpacks to. */
  mostBytes: 512 * 2 ** 20,
  /** Characters kept of what it prints, for the message of a fault. */
  keptOutput: 2_000,
} as const;

/**
 * What the profile of a conversion says: no macro, script, link or plug-in of a document runs or is followed,
 * and what would go to a network goes to a proxy that is not there.
 */
const SETTINGS: readonly (readonly [path: string, name: string, value: string])[] = [
  ["org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"],
  ["org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"],
  ["org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"],
  ["org.openoffice.Office.Common/Security/Scripting", "DisablePythonRuntime", "true"],
  ["org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"],
  ["org.openoffice.Office.Common/Misc", "MacroRecorderMode", "false"],
  ["org.openoffice.Office.Writer/Content/Update", "Link", "0"],
  ["org.openoffice.Office.Calc/Content/Update", "Link", "1"],
  // Cells keep what their formulas gave when the workbook was saved.
  ["org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode", "1"],
  ["org.openoffice.Inet/Settings", "ooInetProxyType", "2"],
  ["org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"],
  ["org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"],
  ["org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"],
  ["org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"],
];

/** The registry of the profile. */
export function registry(): string {
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${items.join("\n")}
</oor:items>
`;
}
