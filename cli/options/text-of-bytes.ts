/** Bytes as text: as UTF-8, else as GB 18030, else with marks where they are neither. */
export function textOfBytes(bytes: Uint8Array): string {
  for (const charset of ["utf-8", "gb18030"])
    try {
      return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  return new TextDecoder().decode(bytes);
}
