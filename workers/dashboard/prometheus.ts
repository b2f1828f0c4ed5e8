/** One metric and its values, as Prometheus reads them. */
export interface Metric {
  readonly name: string;
  readonly help: string;
  readonly values: readonly Value[];
}

interface Value {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What the text is served as. */
export const PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

/** Prints metrics that may rise and fall. */
export function printGauges(metrics: readonly Metric[]): string {
  return metrics
    .flatMap(({ name, help, values }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} gauge`,
      ...values.map(({ labels, value }) => `${name}${printLabels(labels)} ${value}`),
    ])
    .join("\n");
}

/**
 * Joins texts that tell the same metrics of different queues: the values of a metric must stand
 * together, under one heading.
 */
export function joinTexts(texts: readonly string[]): string {
  const metrics = new Map<string, Set<string>>();
  for (const line of texts.flatMap((text) => text.split("\n")).filter((text) => text !== "")) {
    const [, name = line] = /^(?:# (?:HELP|TYPE) )?([\w:]+)/u.exec(line) ?? [];
    metrics.set(name, (metrics.get(name) ?? new Set()).add(line));
  }
  return `${[...metrics.values()].flatMap((lines) => [...lines]).join("\n")}\n`;
}

function printLabels(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, text]) => `${name}="${escaped(text)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"');
}
