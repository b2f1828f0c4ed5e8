import type { Draft } from "../../../pipeline/model/records/registry.js";

type Level1 = NonNullable<Draft<"indicators">["level1_code"]>;
type Level2 = NonNullable<Draft<"indicators">["level2_code"]>;

const LEVEL1: readonly (readonly [RegExp, Level1])[] = [
  [/满意/u, "satisfaction"],
  [/产出/u, "output"],
  [/成本/u, "cost"],
  [/效益|效果|成效|影响/u, "outcome"],
];

/** 成本 first: 社会成本 and 生态环境成本 are costs. */
const LEVEL2: readonly (readonly [RegExp, Level2])[] = [
  [/成本/u, "cost"],
  [/满意/u, "satisfaction"],
  [/数量/u, "quantity"],
  [/质量/u, "quality"],
  [/时效/u, "timeliness"],
  [/可持续/u, "sustainability"],
  [/生态|环境效益/u, "ecological"],
  [/社会/u, "social"],
  [/经济/u, "economic"],
];

/** The code of a first-level indicator (一级指标), null where it is none of the standard ones. */
export function level1Code(level1: string | null): Level1 | null {
  return LEVEL1.find(([name]) => name.test(level1 ?? ""))?.[1] ?? null;
}

/** The code of a second-level indicator (二级指标). */
export function level2Code(level2: string | null): Level2 | null {
  return LEVEL2.find(([name]) => name.test(level2 ?? ""))?.[1] ?? null;
}
