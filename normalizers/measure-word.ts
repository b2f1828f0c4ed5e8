/** Units in which officials count: of money, share, time, size, and the measure words. */
const UNITS: ReadonlySet<string> = new Set(
  [
    "% ‰ 个百分点 百分点 元 千元 万元 百万元 千万元 亿元 万 亿 倍 成",
    "年 个年度 年度 个季度 季度 个月 月 周 天 日 个工作日 工作日 个自然日 自然日 小时 个小时 分钟 秒 学年 学期 学时 课时 期",
    "人 名 位 人次 户 户次 家 家次 个 个/次 次 回 批 批次 项 项次 件 件次 台 台次 台套 台（套） 套 辆 辆次 艘 架 部 张 本 册",
    "份 条 幅 篇 块 片 段 口 眼 盏 根 支 枝 卷 袋 箱 瓶 盒 桶 车 车次 只 头 匹 羽 尾 株 棵 粒 颗 场 场次 处 座 所 间 栋 幢 组",
    "班 班次 队 门 节 级 度 例 例次 起 宗 桩 笔 单 字 页 版 款 种 类 式 层 扇 副 双 对 把 顶 床 床位 张床位 席 点 个点 点位",
    "人天 人日 人月 人年 标段 路 道 轮 届 届次 任 样 批样品 条次 篇次 例/年 分 星 星级 厘",
    "村 个村 镇 乡 镇街 乡镇 街道 社区 个社区 县 市 区 县区 县（市、区） 校 个学校 单位 个单位 部门 个部门 项目 个项目 个标段",
    "平方米 平米 ㎡ m2 m² 立方米 方 m³ m3 米 延米 延长米 公里 千米 km 厘米 毫米 亩 亩次 公顷 平方公里 吨 公斤 千克 kg 克 毫克",
    "升 毫升 千瓦 千瓦时 kW kWh 度电 兆瓦 兆 M Mbps G GB TB MB 分贝 dB ℃ 摄氏度 吨标准煤 mg/L mg/m3 微克/立方米 mm MW",
  ].flatMap((line) => line.split(" ")),
);

const SCALE = /^(?:十|百|千|[十百千]?万|亿)(?=.)/u;

const BRACKETED = /[（(]([^（()）]*)[)）]/gu;

/**
 * Whether a text is a unit (计量单位) by itself: `人`, `万人次`, `元/人`, `元/人·月`, `场（次）`; also none at
 * all. A plain number followed by anything else is a sentence with a number in it.
 */
export function isMeasure(unit: string): boolean {
  return unit === "" || unit.split(/[/每·*]/u).every(isMeasureWord);
}

function isMeasureWord(word: string): boolean {
  const forms = [word, word.replace(BRACKETED, ""), word.replace(BRACKETED, "$1")];
  return forms.some((form) => UNITS.has(form) || UNITS.has(form.replace(SCALE, "")));
}
