/** What speaks for a link being a disclosure, or leading to one, and what against: data, tried in `score.ts`. */

export interface Weight {
  /** Names the part in the log. */
  readonly part: string;
  readonly weight: number;
  readonly pattern: RegExp;
}

/** Words of titles: of a link, its file, its row, its page. Each counts once. */
export const TITLE_WEIGHTS: readonly Weight[] = [
  { part: "budget", weight: 2.5, pattern: /预算|决算|預算|決算/u },
  {
    part: "whose_budget",
    weight: 1,
    pattern:
      /(?:部门|单位|政府|财政|[省市县区乡镇级年局委办会]|年度)(?:综合)?(?:预|决|预决)算(?!法|单位|管理|绩效|编制|评审|监督|执行监)/u,
  },
  { part: "published", weight: 1, pattern: /公开|公示|公開/u },
  { part: "report", weight: 1, pattern: /(?:报告|草案|说明|情况|[^代发]表)(?:$|[（(.\d])/u },
  { part: "three_public", weight: 3, pattern: /[“"'‘]?三公[”"'’]?经费|“三公”/u },
  { part: "performance", weight: 3, pattern: /绩效(?:目标|自评|评价)|项目支出绩效/u },
  {
    part: "debt",
    weight: 3,
    pattern: /债务(?:限额|余额|情况)|(?:地方)?政府(?:一般|专项)?债[务券]|债券发行|还本付息/u,
  },
  {
    part: "table",
    weight: 3,
    pattern:
      /收支(?:总|情况)|收入(?:总|执行|安排)|支出(?:总|执行|安排|情况)|基本支出|一般公共(?:预算|服务)?|政府性基金|国有资本经营|转移支付|机关运行经费/u,
  },
  { part: "year", weight: 0.5, pattern: /(?:19|20)\d\d\s?年|二[〇○零]\S{2}年/u },
  {
    part: "news",
    weight: -6,
    pattern:
      /召开|举[办行]|听取|布置会|视察|(?:执法|专项|行业)检查|联网监督|新闻稿|要闻|表彰|表扬|通报|获[得评批奖]|(?:编审|编制|编报|管理|监督|绩效)工作(?!的?报告|总结)|抓[好实紧]|走在|再上|辅导|宣讲|启动|约谈|督查|先进(?:单位|集体|个人)|会议(?:$|精神|纪要)|座谈|培训|学习|调研|考察|慰问|动员|部署|推进会|督导|莅临|圆满|顺利|扎实|全力|助力|强化|提升|活动|行动|(?:简|浅|解)析|荣获|称号|党建|党课|赴[\p{Script=Han}]{2,8}(?:县|市|局|镇)/u,
  },
  {
    part: "rules",
    weight: -6,
    pattern:
      /(?:办法|条例|规定|细则|意见|指南|流程|手册|制度|规程|模板|口径)(?:$|[（(》.]|的通知|解读)|编制[^表]{0,20}通知|做好[^表]{0,30}通知|解读|什么是|为什么|如何|[？?]$|知识|知多少|普法|一图读懂|图解|答记者问|问答|名词解释(?:$|\.)/u,
  },
  {
    part: "tenders",
    weight: -6,
    pattern:
      /招标|中标|成交|询价|磋商|采购(?:公告|意向|结果|文件|合同)|招聘|招考|录用|拍卖|拟录|面试|评审(?:中心|专家)|竞价|遴选|选聘|[专机][家构](?:入)?库|流标|废标|更正公告|预算评审|概算/u,
  },
  {
    part: "notice",
    weight: -3,
    pattern: /^(?![^\n]{0,60}(?:批复|下达|公开))[^\n]{0,80}通知(?:$|[（(.])/u,
  },
  {
    part: "site",
    weight: -8,
    pattern:
      /^(?:首页|联系我们|网站(?:地图|导航)|登录|注册|打印(?:本页|页面)?|关闭(?:窗口|页面)?|返回(?:顶部|首页)?)$|使用(?:帮助|说明)|操作手册/u,
  },
  {
    part: "others",
    weight: -6,
    pattern:
      /会计(?:考试|职称|师)|公务卡|业务考试|成绩|收费[^表]{0,20}目录|银行账户|结算目录|名[录单](?:$|[（(.])|行政处罚|行政许可|权责清单|信访|建议提案|提案答复|(?:代表|委员)[^表]{0,12}答复|依申请|工作年报|信息公开(?:年度报告|年报|指南)|年度报告|价格监测|补贴(?:发放|公示)|任前公示|领导(?:分工|简介)|批前公示|工程(?:预|决|结)算(?:审核|审计)|竣工决算/u,
  },
];

/** Words of columns that lead to disclosures, of links alone: they say nothing of a file. */
export const COLUMN_WEIGHTS: readonly Weight[] = [
  {
    part: "column",
    weight: 2,
    pattern:
      /^(?:更多)?(?:政府)?信息公开(?:专栏|目录|平台)?$|公开(?:目录|平台|专栏|专题)|^政务公开$|财政(?:信息|资金|专题|数据|收支)|法定主动公开|专题专栏|重点领域|资金信息/u,
  },
];

/** Words of addresses. */
export const ADDRESS_WEIGHTS: readonly Weight[] = [
  {
    part: "address",
    weight: 1.5,
    pattern:
      /(?:^|[/_-])(?:yjs|ysjs|yjsgk|bmys|bmjs|czys|czyjs|czyjsgk|zfys|zfjs|ysgk|jsgk|sgjf|budget)(?:$|[/_\d-])/iu,
  },
  {
    part: "address_of_news",
    weight: -1.5,
    pattern: /(?:^|[/_-])(?:news|xwzx|gzdt|czdt|tpxw|zcfg|zcjd|cgxx|zbcg|rsxx|dqgz)(?:$|[/_\d-])/iu,
  },
];

/** Names that say nothing of what they lead to: the row that a link stands in speaks for it. */
export const GENERIC =
  /^(?:(?:点击|在线|立即|全文|文件|附件)?(?:下载|查看|浏览|预览|阅读)(?:全文|详情|附件|文件|更多)?|附件\s?[\d一二三四五六七八九十]{0,3}|详情|更多|more|全文|pdf|word|excel|docx?|xlsx?|\d{4}年?|[>»›]{0,2})[:：]?$/iu;

/** How scores are joined, and from where on a link is taken; found on the labelled set (`docs/crawling.md`). */
export const SCORE = {
  /** What a page is about counts for its links by this. */
  context: 0.9,
  /** And by no more than this, in both directions. */
  mostContext: 3.6,
  /** A file is taken from this score on. */
  take: 3,
  /** A page is visited from this score on. */
  follow: 2,
} as const;
