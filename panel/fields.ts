import { DATASET_WORDS, type Words, wordsIn } from "../pipeline/dataset/compile/meanings.js";
import { type Field, fieldsOfRecord } from "../pipeline/dataset/compile/table-schema.js";
import { PANEL_FILES, type PanelName } from "./records.js";

/** The words of these files alone: a column may be called as one of the dataset that holds something else. */
const OWN = wordsIn({
  meanings: new URL("./meanings.tsv", import.meta.url),
  labels: new URL("./labels.tsv", import.meta.url),
});

/** What the dataset calls a concept, which may be a column here. */
export const conceptCalled = (name: string): string | undefined =>
  DATASET_WORDS.labelOf("amounts", "concept", name) ??
  DATASET_WORDS.labelOf("figures", "measure", name);

const WORDS: Words = {
  labelOf: OWN.labelOf,
  meaningOf: (file, column) => OWN.meaningOf(file, column) ?? meaningOfConcept(column),
};

function meaningOfConcept(name: string) {
  const called = conceptCalled(name);
  if (called === undefined) return undefined;
  return {
    en: `${called} in yuan: the amount of the concept ${name} of series.csv, empty where it is not stated or its best sources differ.`,
    zh: `${called}，以元计：series.csv 中概念 ${name} 的金额，未写明或最可取的来源不一致时为空。`,
  };
}

/** The columns of a file of the comparison dataset; one of a concept is called as the concept is. */
export function panelFields(file: PanelName): readonly Field[] {
  const { record } = PANEL_FILES[file];
  return fieldsOfRecord({ file, record, words: WORDS }).map((field) =>
    field.title === field.name
      ? { ...field, title: `${conceptCalled(field.name) ?? field.name}（元）` }
      : field,
  );
}
