/** Text rendering modes that show nothing: none, and adding to the clip alone. */
export const INVISIBLE_MODES: ReadonlySet<number> = new Set([3, 7]);
/** Fill and stroke in one: how word processors fake a bold face. */
export const FAT_MODE = 2;
