import type { Language } from "../../pipeline/model/finding.js";

/** What `--lang` may be. */
export const LANGUAGES = ["en", "zh"] as const satisfies readonly Language[];

/**
 * The language that a run speaks: that of `--lang`, wherever it stands, else Chinese where the locale
 * of its messages is Chinese, else English. What is no language is left to the command line to refuse.
 */
export function languageOf(args: readonly string[], environment: NodeJS.ProcessEnv): Language {
  return LANGUAGES.find((language) => language === given(args)) ?? languageOfLocale(environment);
}

const OPTION = "--lang";

/** The last that was given, as commander takes it; what follows `--` are no options. */
function given(args: readonly string[]): string | undefined {
  const end = args.indexOf("--");
  const options = end < 0 ? args : args.slice(0, end);
  const values = options.flatMap((arg, index) => {
    if (arg.startsWith(`${OPTION}=`)) return arg.slice(OPTION.length + 1);
    return arg === OPTION ? (options[index + 1] ?? []) : [];
  });
  return values.at(-1);
}

/** The first of these that is not empty decides, as POSIX has it. */
function languageOfLocale({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== "");
  return locale !== undefined && CHINESE.test(locale) ? "zh" : "en";
}

/** `zh`, `zh_CN.UTF-8`, `zh-Hans`. */
const CHINESE = /^zh(?![a-z])/iu;
