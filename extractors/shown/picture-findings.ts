import { finding, type Finding } from "../../pipeline/model/finding.js";
import type { Shown, ShownPicture } from "./picture-tables.js";
import { pictureTablesRead, tablePictureNotRead } from "./rules.js";

/** What is to be said of pictures: which were read, and that others may be tables, with those that are not in the file. */
export function pictureFindings(
  pictures: readonly ShownPicture[],
  shown: readonly Shown[],
  away = 0,
): readonly Finding[] {
  const places = pictures
    .filter((_, index) => typeof shown[index] === "object")
    .map(({ path }) => path);
  const count = shown.filter((each) => each === "unread").length + away;
  return [
    ...(places.length > 0 ? [finding(pictureTablesRead, { places })] : []),
    ...(count > 0 ? [finding(tablePictureNotRead, { count })] : []),
  ];
}
