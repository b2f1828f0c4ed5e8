import { finding, type Finding } from "../../pipeline/model/finding.js";
import type { Shown, ShownPicture } from "./picture-tables.js";
import { pictureTablesRead, picturesWithoutTable } from "./rules.js";

/** What is to be said of pictures that were looked at: where tables were read, and how many show none. */
export function pictureFindings(
  pictures: readonly ShownPicture[],
  shown: readonly Shown[],
): readonly Finding[] {
  const read = pictures.filter((_, index) => typeof shown[index] === "object");
  const places = read.map(({ path }) => path);
  const count = shown.filter((each) => each === "no table").length;
  return [
    ...(places.length > 0 ? [finding(pictureTablesRead, { places })] : []),
    ...(count > 0 ? [finding(picturesWithoutTable, { count })] : []),
  ];
}
