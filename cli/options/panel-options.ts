import { Option } from "commander";
import type { Command } from "commander";
import { type IssuersFile, readIssuers } from "../../panel/issuers-file.js";
import type { Language } from "../../pipeline/model/finding.js";
import { askForPanel } from "../../workers/dataset/panel.js";
import type { Store } from "../../workers/store/store.js";

/** Whether a dataset of a store is to be compared, and what is known of its issuers. */
export interface PanelOptions {
  readonly panel: boolean;
  readonly issuers?: string;
}

const HELP = {
  panel: {
    en: "have the dataset compared too, whenever it is compiled",
    zh: "以后每次编成该数据集时都一并生成对比数据",
  },
  issuers: {
    en: "with --panel: a YAML file that says which names are one issuer",
    zh: "与 --panel 同用：说明哪些名称是同一单位的 YAML 文件",
  },
};

export function addPanelOptions(command: Command, language: Language): Command {
  return command
    .option("--panel", HELP.panel[language], false)
    .addOption(new Option("--issuers <file>", HELP.issuers[language]).implies({ panel: true }));
}

/**
 * What is known of the issuers of a dataset that is to be compared; undefined where none is.
 *
 * @throws WrongIssuers
 */
export async function askedPanel({
  panel,
  issuers,
}: PanelOptions): Promise<IssuersFile | undefined> {
  return panel ? readIssuers(issuers) : undefined;
}

/** Notes in a store what was asked for. */
export async function notePanel(
  store: Store,
  dataset: string,
  asked: IssuersFile | undefined,
): Promise<void> {
  if (asked !== undefined) await askForPanel(store, dataset, asked);
}
