/** Everything that the pages say, in both languages. */
export const WORDS = {
  documents: { en: "Documents", zh: "文档" },
  search: { en: "Search issuer, title, code, path", zh: "搜索单位、标题、编码、路径" },
  all: { en: "All", zh: "全部" },
  ok: { en: "ok", zh: "正常" },
  partial: { en: "partial", zh: "部分" },
  failed: { en: "failed", zh: "失败" },
  status: { en: "Status", zh: "状态" },
  issuer: { en: "Issuer", zh: "单位" },
  year: { en: "Year", zh: "年度" },
  budget: { en: "budget", zh: "预算" },
  final_accounts: { en: "accounts", zh: "决算" },
  cells: { en: "Cells", zh: "单元格" },
  cellsUnderstood: { en: "cells understood", zh: "已读懂的单元格" },
  checks: { en: "Checks", zh: "核查" },
  doubts: { en: "Doubts", zh: "疑点" },
  passed: { en: "passed", zh: "通过" },
  notRun: { en: "not run", zh: "未运行" },
  errors: { en: "errors", zh: "错误" },
  warnings: { en: "warnings", zh: "警告" },
  noneFound: { en: "No document fits.", zh: "没有符合的文档。" },
  loading: { en: "Loading…", zh: "正在载入…" },
  back: { en: "All documents", zh: "全部文档" },
  tables: { en: "Tables", zh: "表" },
  table: { en: "Table", zh: "表" },
  findings: { en: "Findings", zh: "核查发现" },
  queue: { en: "Queue", zh: "待核" },
  sample: { en: "Sample", zh: "抽样" },
  used: { en: "used", zh: "已使用" },
  ignored: { en: "ignored", zh: "忽略" },
  doubtful: { en: "doubtful", zh: "存疑" },
  unread: { en: "not understood", zh: "未读懂" },
  corrected: { en: "corrected", zh: "已更正" },
  page: { en: "Page", zh: "页" },
  pages: { en: "pages", zh: "页" },
  zoomIn: { en: "Larger", zh: "放大" },
  zoomOut: { en: "Smaller", zh: "缩小" },
  printed: { en: "Printed", zh: "原文" },
  yuan: { en: "Yuan", zh: "元" },
  unit: { en: "Unit", zh: "单位" },
  unitCell: { en: "printed in the table", zh: "印在表内" },
  unitLine: { en: "printed above the table", zh: "印在表上方" },
  unitInherited: { en: "taken from the other tables", zh: "取自其他表" },
  unitUnknown: { en: "its place is not told", zh: "位置不明" },
  header: { en: "Header", zh: "表头" },
  label: { en: "Row", zh: "行" },
  code: { en: "Code", zh: "编码" },
  measure: { en: "Measure", zh: "口径" },
  phase: { en: "Phase", zh: "预决算" },
  became: { en: "What became of it", zh: "处理结果" },
  confidence: { en: "Recognized", zh: "识别" },
  otherReadings: { en: "May also be", zh: "也可能是" },
  second: { en: "Second reading", zh: "第二次识别" },
  correctedFrom: { en: "was read as", zh: "原识别为" },
  statedToo: { en: "Stated elsewhere", zh: "别处也写明" },
  inProse: { en: "in the text", zh: "正文" },
  records: { en: "Records", zh: "记录" },
  place: { en: "Place", zh: "位置" },
  close: { en: "Close", zh: "关闭" },
  error: { en: "error", zh: "错误" },
  warning: { en: "warning", zh: "警告" },
  info: { en: "remark", zh: "提示" },
  anyRule: { en: "Every rule", zh: "全部规则" },
  rule: { en: "Rule", zh: "规则" },
  severity: { en: "Severity", zh: "程度" },
  noFindings: { en: "Nothing to say of this document.", zh: "本文档没有核查发现。" },
  stated: { en: "Stated", zh: "写明" },
  computed: { en: "Computed", zh: "算得" },
  difference: { en: "Difference", zh: "差额" },
  noOriginal: {
    en: "The original is not at hand. Start with --documents DIR, or choose the file:",
    zh: "没有找到原文件。请用 --documents DIR 启动，或选择该文件：",
  },
  otherFile: {
    en: "That is another file: its hash is not that of this document.",
    zh: "这是另一个文件：其哈希值与本文档不符。",
  },
  cannotDraw: {
    en: "This browser cannot draw the original; its text is shown as it was read.",
    zh: "浏览器无法显示原文件，以下为读出的文字。",
  },
  noPages: {
    en: "This dataset does not tell the sizes of pages. Extract the document again.",
    zh: "该数据集没有页面尺寸，请重新提取。",
  },
  queueEmpty: { en: "Nothing is doubtful here.", zh: "没有存疑之处。" },
  queueKeys: {
    en: "j next · k previous · Enter show · c correct · d dismiss · u take back",
    zh: "j 下一项 · k 上一项 · Enter 查看 · c 更正 · d 驳回 · u 撤回",
  },
  of: { en: "of", zh: "/" },
  draw: { en: "Draw", zh: "抽取" },
  sampleSize: { en: "values", zh: "个数值" },
  sampleSeed: { en: "seed", zh: "种子" },
  right: { en: "Right", zh: "正确" },
  wrong: { en: "Wrong", zh: "错误" },
  sampleHint: {
    en: "Compare each value with the page. y right · n wrong · u undo",
    zh: "逐个与页面比对。y 正确 · n 错误 · u 撤销",
  },
  sampleResult: { en: "right, 95 % interval", zh: "正确，95% 置信区间" },
  nothingRead: { en: "Nothing was read of this document.", zh: "本文档没有读出内容。" },
  language: { en: "中文", zh: "English" },
  correct: { en: "Correct", zh: "更正" },
  dismiss: { en: "Dismiss", zh: "驳回" },
  undo: { en: "Take back", zh: "撤回" },
  takenBack: { en: "taken back", zh: "撤回" },
  save: { en: "Save", zh: "保存" },
  cancel: { en: "Cancel", zh: "取消" },
  yourName: { en: "Your name", zh: "姓名" },
  why: { en: "Why", zh: "理由" },
  correctText: { en: "Text as it is printed", zh: "页面上的原文" },
  waits: {
    en: "Kept in corrections.csv; `gongkai extract` applies them:",
    zh: "已保存在 corrections.csv，由 `gongkai extract` 应用：",
  },
  corrections: { en: "Corrections", zh: "更正" },
  wasCorrected: { en: "Read before it was corrected", zh: "更正前读出" },
  text: { en: "Text", zh: "文字" },
  pageBeside: { en: "Page as printed", zh: "原文页面" },
  recordsBeside: { en: "What was read", zh: "读出的内容" },
  notThere: { en: "There is no such document here.", zh: "这里没有这份文档。" },
} as const;

export type Word = keyof typeof WORDS;
export type Language = "en" | "zh";

const KEPT = "gongkai.language";

/** The language that was chosen last, else that of the browser. */
export function firstLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === "en" || kept === "zh") return kept;
  return navigator.language.startsWith("zh") ? "zh" : "en";
}

/** Remembers a language for the next time. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}
