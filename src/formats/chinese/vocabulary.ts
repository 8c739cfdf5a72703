import { simplifiedCharacters } from '../../core/language/text.ts';

/** The words by which Chinese transcripts are read, in simplified characters; what is looked up is simplified first. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const oneOf = (text: string): string => text.trim().split(/\s+/).join('|');

/** Single family names, in simplified characters. */
export const FAMILY_NAMES: ReadonlySet<string> = new Set(
  `赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄家封芮储靳汲邴糜松井段富巫乌焦巴弓牧山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦商牟佘佴伯赏墨哈谯笪年爱阳佟代付肖覃辜邸苟揭卿楼危兰麦原覃侬区`,
);

/** Family names of two characters. */
export const DOUBLE_FAMILY_NAMES = words(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 张简 范姜 欧陽',
);

/** Who is named by what they do there, and by nothing else: the whole label. */
export const ROLE = new RegExp(
  `^(?:${oneOf(`
  主持人? 司仪 嘉宾 来宾 受访者 受访人 受访对象 被访者 采访对象 采访者 采访人 访谈者 访问者 访谈人 提问者 提问人 提问 追问
  记者 编者问 观众 现场观众 听众 网友 读者 用户 学员 同学 学生 老师 教师 家长 患者 病人 医生 律师 法官 审判长 审判员 书记员 公诉人
  检察官 原告 被告 被告人 上诉人 辩护人 代理人 证人 主席 代主席 代理主席 副主席 议长 副议长 会议主席 全体 众人 大家 旁白 解说 画外音
  男声 女声 媒体 外媒 本刊 本报 小编 主播 主讲人 与谈人 导师 评委 选手 民众 市民 村民 居民 玩家 粉丝 问 答 发问 回答 回应者 发言人 讲者 演讲者 讲师 翻译 秘书 委员 议员 代表 司长 部长 局长 全体委员 全体议员`)})[\\d一二三四五六七八九十A-Za-z甲乙丙丁]{0,2}$`,
);
/** A voice that a program has numbered, or a letter. */
export const VOICE =
  /^(?:(?:发言人|说话人|讲话人|发言者|说话者|讲者|嘉宾|观众|记者|提问者|主持人|用户|未知|speaker|spk)[ _]?[\da-z一二三四五六七八九十]{1,3}|未知(?:说话人|发言人)|unknown(?: speaker)?|reporter|journalist|interviewer|interviewee|moderator|host|audience|[qa]\d{0,3}|q&a|[a-hmw]|[甲乙丙丁男女]|问题[\d一二三四五六七八九十]{1,3})$/i;
/** Who asks: a role, a role that somebody plays there, or a medium's reporter. */
export const ASKER =
  /主持|媒体|外媒|^本[刊报]$|^小编$|面试官|记者|提问|采访|访问者|访谈者|司仪|观众|听众|网友|读者问|^问|^q\d*$|^问题|追问|发问|^(?:reporter|journalist|interviewer|moderator|host)$/i;
/** Who stands for a role and a question at once. */
export const ROLE_ASKS =
  /^.{0,16}(?:记者|主持人?|观众|网友|学生|同学|听众|读者|媒体|采访者|嘉宾)(?:提问|追问|问|发问)[\d一二三四五六]{0,2}$/;
/** What stands before a name: "主持人 鲁健". */
export const ROLE_BEFORE =
  /^(?:(?:主持人|主持|嘉宾|特约|记者|采访|提问者|讲者|演讲者|观众|对谈人|对话人|受访者|代表|委员)[ :·]?){1,2}/;
/** What stands after a name, or after what somebody stands for: 王教授, 路透社记者. */
export const TITLE_AFTER = new RegExp(
  `(?:${oneOf(`
  记者 主持人 主持 嘉宾 议员 委员 主席 局长 部长 司长 处长 科长 厅长 署长 组长 队长 班长 镇长 乡长 村长 省长 市长 县长 区长 州长 总理 总统 首相 大臣 大使
  领事 发言人 教授 老师 先生 女士 小姐 太太 博士 院士 研究员 工程师 分析师 代表 同学 律师 法官 检察官 总监 经理 总经理 董事长 总裁 总编辑 总编
  主编 主任 主委 董事 院长 校长 所长 会长 理事长 秘书长 书记 医师 医生 专家 学者 创始人 合伙人 首席执行官 CEO CTO CFO COO 司仪 将军 上校
  导演 编剧 作家 教练 队员 警官 次长 政务次长 专员 顾问 秘书 观众 网友 提问者 提问 会长 干事 老板 博主 长官 专班 教官 上人 法师 主教 神父 牧师 馆长 台长 社长 店长 船长 庭长 审计长 议长 秘书处 办公室 代理人 辩护人 被告人 证人 院士 教练 站长 团长 董秘`)})[\\d甲乙丙丁]{0,2}$`,
);
/** In the records of Taiwan's parliament the office stands inside of the name: 王委員定宇, 吳部長釗燮. */
export const OFFICE_INSIDE = new RegExp(
  `^\\p{Script=Han}{1,2}(?:${oneOf(`
  委员 召集委员 部长 院长 次长 政务次长 常务次长 署长 副署长 局长 副局长 主任委员 副主任委员 主任 副主任 司长 副司长 处长 副处长 组长 秘书长 副秘书长 主委 副主委
  专门委员 审计长 主计长 总经理 董事长 参事 科长 所长 校长 教授 律师 议长 副院长 执行长 总裁 检察官 法官 庭长 厅长 代表 大使 主秘 主任秘书 理事长`)})(?!会)\\p{Script=Han}{1,3}$`,
  'u',
);

/** A question that nobody is said to ask: another than the one before may. */
export const UNASKED = /^(?:问题|提问|疑问|题目)\d{0,3}$/;
/** What somebody does as they speak, after their name: 王强（笑）. */
export const AS_THEY_SPEAK =
  /[（(][^（()）]{0,4}(?:笑|鼓掌|沉默|点头|思考|叹气|摇头|哽咽|起立|插话|打断|停顿|點頭|嘆氣|搖頭|插話|打斷)[）)]$/;

/** Labels that name a thing and nobody. */
export const THING = new RegExp(
  `^(?:${oneOf(`
  时间 地点 日期 会议时间 会议地点 会议日期 开始时间 结束时间 录制时间 创建时间 时长 会议时长 会议号 会议主题 会议名称 会议议题 主题 议题 题目 标题 原标题 副标题 议程
  参会人 参会人员 参会者 与会者 与会人员 与会嘉宾 出席 出席者 出席人员 出席委员 列席 列席者 列席人员 列席委员 列席官员 请假委员 缺席 参加人 参与者 纪录 记录 记录人 录音 整理
  撰文 撰稿 采写 采编 文 图 摄影 摄像 图片 配图 题图 封面 视频 音频 剪辑 后期 监制 策划 出品 制作 设计 排版 美编 校对 校审 审核 审校 译者 编译 责编 责任编辑 编辑 执行编辑 值班编辑 作者 本文作者 来源 文章来源 本文来源 稿源 信源
  图源 图片来源 资料来源 数据来源 转自 转载自 出处 原文 原文链接 链接 网址 邮箱 电话 微信 微信号 公众号 地址 联系方式 联系人 联系电话 投稿 商务合作 版权 版权声明 免责声明 声明 特别声明 风险提示 提示 温馨提示
  注 注释 备注 说明 附 附注 编者按 编者注 按 导语 导读 引言 前言 序言 正文 结语 结论 总结 小结 摘要 全文摘要 内容摘要 会议摘要 会议纪要 章节速览 要点 要点回顾 核心观点 观点 背景 概述 简介 个人简介 嘉宾简介 人物简介 内容简介 目录 关键词 关键字 标签 分类 栏目 专栏 话题
  推荐 推荐阅读 延伸阅读 相关阅读 阅读原文 参考 参考资料 参考文献 更多 上一篇 下一篇 点击 字幕 待办 待办事项 行动项 下一步 文字记录 转写 转写结果 原文记录 语言
  金句 划重点 敲黑板 名场面 彩蛋 预告 片花 花絮 高光 亮点 看点 焦点 盘点 速览 链接 意见 程序委员会意见 决议 决定 结论 主旨 案由 提案 理由 依据 附件 附表 附记 余论 后记 题记 按语 提要 纲要 要旨 大意 剧透 影片 片名 书名 书目
  再如 又如 诸如 且看 再看 再说 先说 先看 具体 举例 简言之 即 换言之 可见 广告 例 例如 比如 譬如 如下 其中 优点 缺点 优势 劣势 特点 特征 原因 结果 目的 目标 方法 方案 步骤 建议 案例 问题 答案 解答 难点 重点 关键 核心 趋势 机会 挑战 风险 价格 数据 事实 现象 本质 逻辑 补充 另外 此外 最后 首先 其次 第一 第二 第三 再次 总之 因此 所以 但是 同时 一方面 另一方面 答记者问 采访手记 记者手记 现场 画面 音乐 掌声 笑声 编辑部 订阅 关注 扫码 时政 财经 科技 新闻 快讯`)})$`,
);
/** The end of a label that names a thing: 文章来源, 会议时间, 本期编辑. */
export const THING_AT_END =
  /(?:来源|编辑|责编|校对|摄影|时间|地点|日期|主题|链接|声明|提示|摘要|简介|关键词|标签|问题|观点|建议|原因|结论|意见|名单|阅读|专栏|编译|整理|撰文|采写|剪辑|监制|设计|手记|感言|寄语|按语|如下|以下|例如|比如|包括|分别是|就是|指出|表示|认为|强调|提到|写道|补充道|坦言|透露|介绍|说|说道|称|道|了解到|注意到|发现|获悉|报道|译文|回复|电话|邮箱|地址|编号|版本|方面|角度|层面)$/;
/** What a sentence has and a name has not. */
export const IN_A_SENTENCE =
  /[我你您她它们的吗呢吧这很没]|是|有人|什么|怎么|如何|为何|为什么|可以|不是|就是|表示|认为|指出|强调|因为|所以|但是|如果|已经|正在|对于|关于|其实|所谓|一个|两个|三个/;
/** Points of a list: 第一, 一是, （二）, 其三, 3. */
export const NUMBERED =
  /^(?:[（(]?(?:第[一二三四五六七八九十百\d]+.{0,2}|[一二三四五六七八九十]+(?:是|、|则|方面)?.{0,1}|\d{1,4}[.、]?)[)）]?|其[一二三四五六]|[①-⑳])$/;

/** Credits, at the start of a line: nobody's words. */
export const CREDIT_LINE = new RegExp(
  `^[（(【\\[/◎▲△■□●]?\\s*(?:${oneOf(`
  图片来源 图源 来源 文章来源 本文来源 信息来源 资料来源 稿源 转载自 转自 原文链接 原文 作者 本文作者 撰文 撰稿 采写 采编 文字 摄影 摄像 供图 制图 配图 题图 封面图 责编 责任编辑 编辑 执行编辑 值班编辑 实习编辑 主编 总编 校对 校审 审校 审核 监制 策划 出品 排版 美编 视觉
  编译 译者 翻译 整理 记录 纪录 记录人 字幕 字幕组 听译 时间轴 压制 后期 剪辑 录音 采访 本报记者 本刊记者 本报讯 实习记者 通讯员`)})\\s*(?:[：:丨|/｜]|\\s\\S)`,
);
/** A short line of a byline: "新华社记者 王小明", "本报记者 李雷 北京报道", "文/张三", "图为…". */
export const BYLINE =
  /^[（(【]?(?:(?:文|图|图文)\s{0,2}[/|｜丨]\s{0,2}\S.{0,30}|(?:本报|本刊|本网|新华社|中新社|央视|实习|特约)?(?:记者|通讯员)\s.{1,30}|.{1,20}(?:报道|摄)[)）】]?|(?:资料图|图为|▲|△).{0,60}|(?:视觉中国|东方IC|网络图).{0,10})$/;
/** Lines of the page: disclaimers, copyright, timers, what to press. */
export const PAGE_LINE = new RegExp(
  `^[（(【\\[*＊]?\\s*(?:${oneOf(`
  首页 免责声明 版权声明 特别声明 郑重声明 声明 风险提示 版权所有 页面执行时间 执行时间 未经授权 未经许可 转载请 本站 本网站 本文仅代表 本文不代表 以上内容 举报 返回搜狐 阅读原文 推荐阅读 延伸阅读 相关阅读 相关新闻 上一篇 下一篇 责任声明 打印本页 关闭窗口 打印 收藏 分享到 打赏 点赞 网站地图 查看原文 查看更多 加载更多 点击查看 点击阅读 点击下载 点击关注 点击上方 点击下方 点击左下角 点击文末 点击这里查看 扫码 扫描二维码 您所在的位置 当前位置 您的位置 您现在的位置 长按 识别二维码 关注我们 欢迎关注 更多精彩 更多内容 更多资讯 更多原创 本内容由 内容由AI AI生成 由AI生成 以上由 该文档由 由飞书妙记 由通义听悟 由讯飞听见 本文由 END`)})`,
);
export const PAGE_PART =
  /copyright|©|ICP备|icp備|公网安备|all rights reserved|页面执行时间|不代表本(?:站|网|刊|报|平台)|转载请注明|请联系(?:删除|我们)|侵权|本文(?:首发|来自|系|仅代表)|根据.{0,8}录音整理|未经.{0,6}审[阅定校]|未经(?:授权|许可|允许)/i;
/** Where to reach the publisher, at the end of an article. */
export const CONTACT_LINE =
  /^(?:(?:微信|微信号|公众号|微信公众号|微博|知乎|抖音|小红书|B站|邮箱|投稿邮箱|电话|联系电话|联系方式|商务合作|网址|官网|地址|热线|QQ群?)\s?[：:]|(?:欢迎)?(?:扫码)?关注(?:我们|公众号|微信))/i;
/** Lines of the head of a record: 时间：, 地点：, 关键词：, 出席委員：. */
export const HEAD_LINE = new RegExp(
  `^[（(【\\[]?\\s*(?:${oneOf(`
  时间 地点 日期 会议时间 会议地点 会议日期 开始时间 结束时间 录制时间 创建时间 发布时间 更新时间 采访时间 采访地点 采访日期 访谈时间 访谈地点 访谈日期 访问时间 访问地点 访问日期 活动时间 活动地点 演讲时间 整理时间 时长 会议时长 总时长 会议号 会议主题 会议名称 主题 标题 原标题 议题 参会人 参会人员 参会者 与会者 与会人员 与会嘉宾 出席 出席者 出席人员 出席委员 列席 列席者 列席人员 列席委员 列席官员 请假委员 缺席 参加人 采访对象 受访嘉宾 本期嘉宾 对谈嘉宾 参与者
  关键词 关键字 标签 tags 分类 栏目 话题 语言 文字记录 转写结果 组织者 创建人 所有者`)})\\s*[】\\]]?(?:[：:]|$|\\s\\d|\\s中华民国)`,
  'i',
);

/** The publisher speaks of the text itself. */
export const ABOUT_THE_TEXT =
  /^(?:以下|下面|如下|本文|本期|编者按|编者注|导语|导读|摘要|全文摘要|内容摘要|引言|按：|按:|（编者|\(编者)/;
/** An answer begins. */
export const ANSWER =
  /^(?:是的|对的|没错|不是的?|确实|当然|好的|谢谢|感谢|嗯|好|对|是|是啊|对啊|可以|不会|没有|不|有的?|正是|完全同意|同意|赞同|绝非如此|谢|多谢)(?:[,，。.!！、;；]|$|主持|各位|大家|你的|您的|提问|主席|委员)/;
/** A speaker takes a position of their own, or turns to somebody else: what a new turn opens with, though an old one may. */
export const POSITION = new RegExp(
  `^(?:${oneOf(`
  根据我 据我 依我 以我的 以我对 就我 在我看来 从我的 我的看法 我的观点 我的理解 我的感觉 我个人 我觉得[,，] 我认为[,，] 我想回应 我来回应 我回应 我想补充 我来补充 我补充 我再补充 我也来 我也想 我也同意 我也认为 我先 我来 我同意 我认同 我赞同 我不同意 我不认同 我非常同意 我完全同意 我很同意 让我 请允许我 回到你 回到您 关于你刚才 关于您刚才 关于刚才 针对你 针对您 针对刚才 正如你 正如您 你刚才 您刚才 你说得对 您说得对 你提到 您提到 刚才 接着 我接着 顺着 这个问题 您的问题 你的问题 这是一个 我叫 我是 大家好 各位好 主席`)})`,
);
/** Bare stances, at the start of a sentence: another voice may begin. */
export const STANCE =
  /^(?:我认为|我觉得|我想|我个人|我相信|我的看法|我的观点|在我看来|依我看|就我|据我|根据我|我同意|我认同)/;
/** A commentator sums up what was said. */
export const COMMENTARY =
  /^(?:(?:这|此)(?:种|类|一)?[\p{Script=Han}A-Za-z]{0,10}?(?:反映|揭示|体现|表明|凸显|折射|展现|显示|彰显|说明|意味着|无疑))/u;
/** We and I, outside of quotations: somebody speaks themselves. */
export const FIRST_PERSON = /[我咱]/;

const REPORTING = oneOf(`
  表示 指出 认为 提到 强调 透露 介绍 补充 坦言 解释 回应 直言 谈到 告诉 写道 建议 呼吁 预计 预测 分析 总结 说 称 表明 承认 否认 宣布 重申 担心 相信 警告 感叹 回忆 说道 指称 质疑 反驳 主张 问道 提出 评价 评论 答道`);
/** After the subject, the verb of saying, and what shows that the saying follows. */
export const REPORTS = new RegExp(
  `^(?:还|也|则|又|同时|进一步|随后|最后|对此|此前|日前)?(?:${REPORTING})(?:(?:本报|本刊)?记者)?(?:道|说|称)?(?<mark>[,，:：“「"]|$)?`,
);
/** Verbs that writers use of speakers, and speakers hardly of one another. */
export const WRITTEN_VERB =
  /^(?:还|也|则|又|同时|进一步|随后|最后)?(?:表示|指出|透露|坦言|直言|强调|介绍|称|回应|写道|重申)/;

/** Each character that was met, simplified: there are some tens of thousands at most. */
const known = new Map<string, string>();

/** The same in simplified characters, of the same length, for a look into these lists. Long texts are cut. */
export function simplified(text: string): string {
  let simple = '';
  for (let at = 0; at < text.length && at < LOOKED_AT; at++) simple += simpleSign(text.charAt(at));
  return simple;
}

/** What these lists need of a text, in UTF-16 units. */
const LOOKED_AT = 200;

function simpleSign(sign: string): string {
  if (sign < '\u3400' || sign > '\u9FFF') return sign;
  const before = known.get(sign);
  if (before !== undefined) return before;
  const simple = simplifiedCharacters(sign);
  const one = simple.length === 1 ? simple : sign;
  known.set(sign, one);
  return one;
}
