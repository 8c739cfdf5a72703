import { LOCALES, type Locale, type Localised } from '../core/language/locale.ts';
import { digestTexts } from './digest.ts';

/**
 * Everything that a reader sees and that is not from a transcript, in all languages. `{name}` stands for a
 * value. Plain sentences; nothing is said by a sign alone.
 */
const catalogue = {
  ...digestTexts,
  'answer.found': {
    en: 'The transcript says:',
    'zh-CN': '会议记录中的相关原文:',
    'zh-TW': '會議記錄中的相關原文:',
  },
  'answer.question': {
    en: 'Question: {question}',
    'zh-CN': '问题:{question}',
    'zh-TW': '問題:{question}',
  },
  'answer.refused': {
    en: 'The transcript does not answer this.',
    'zh-CN': '会议记录没有回答这个问题。',
    'zh-TW': '會議記錄沒有回答這個問題。',
  },
  'answer.refused.speaker': {
    en: 'The transcript has no words of {speaker} that answer this.',
    'zh-CN': '会议记录中没有{speaker}回答这个问题的内容。',
    'zh-TW': '會議記錄中沒有{speaker}回答這個問題的內容。',
  },
  'answer.speaker-topics': {
    en: '{speaker} speaks about:',
    'zh-CN': '{speaker}谈到:',
    'zh-TW': '{speaker}談到:',
  },
  'answer.rephrase': {
    en: 'Try other words, one point at a time, or the name of a company, a rule or a country.',
    'zh-CN': '可以换一种说法,一次只问一点,或写出公司、规则或国家的名称。',
    'zh-TW': '可以換一種說法,一次只問一點,或寫出公司、規則或國家的名稱。',
  },
  'answer.speaker-taken': {
    en: 'Only what {speaker} said was searched, since the question asks for it.',
    'zh-CN': '问题问的是{speaker},因此只检索了其发言。',
    'zh-TW': '問題問的是{speaker},因此只檢索了其發言。',
  },
  'answer.blank': {
    en: 'There is nothing in this question to search for. Ask with a few words about the seminar, for example: {example}',
    'zh-CN': '这个问题里没有可以检索的内容。请用几个与研讨会有关的词提问,例如:{example}',
    'zh-TW': '這個問題裡沒有可以檢索的內容。請用幾個與研討會有關的詞提問,例如:{example}',
  },
  'answer.question-cut': {
    en: 'The question is long; only its first {count} words were searched.',
    'zh-CN': '问题很长,只检索了前{count}个词。',
    'zh-TW': '問題很長,只檢索了前{count}個詞。',
  },
  'answer.script': {
    en: 'The excerpts are in Simplified Chinese, as in the source.',
    'zh-CN': '摘录保留原文的简体中文。',
    'zh-TW': '摘錄保留原文的簡體中文。',
  },
  'answer.topics': { en: 'Topics it covers:', 'zh-CN': '记录涉及的话题:', 'zh-TW': '記錄涉及的話題:' },
  'answer.speakers': {
    en: 'Its speakers: {speakers}.',
    'zh-CN': '发言人:{speakers}。',
    'zh-TW': '發言人:{speakers}。',
  },
  'list.item': { en: '{item}', 'zh-CN': '{item}', 'zh-TW': '{item}' },

  'excerpt.role': { en: '{role}', 'zh-CN': '{role}', 'zh-TW': '{role}' },
  'excerpt.translated': {
    en: "Translated from the Chinese report; not the speaker's original words. The report:",
    'zh-CN': '译自中文报道,并非发言人原话。报道原文:',
    'zh-TW': '譯自中文報導,並非發言人原話。報導原文:',
  },
  'excerpt.question': {
    en: 'Asked by {speaker} (line {line} of the source):',
    'zh-CN': '{speaker}的提问(原文第{line}行):',
    'zh-TW': '{speaker}的提問(原文第{line}行):',
  },
  'excerpt.question.translated': {
    en: 'Asked by {speaker} (line {line} of the source; translated from the Chinese report, not the original words):',
    'zh-CN': '{speaker}的提问(原文第{line}行,译自中文报道,并非原话):',
    'zh-TW': '{speaker}的提問(原文第{line}行,譯自中文報導,並非原話):',
  },
  'excerpt.moderator': { en: 'moderator, {role}', 'zh-CN': '主持人,{role}', 'zh-TW': '主持人,{role}' },
  'excerpt.citation': {
    en: 'line {line} of the source, {title}, {date}',
    'zh-CN': '原文第{line}行,{title},{date}',
    'zh-TW': '原文第{line}行,{title},{date}',
  },

  'attribution.labelled': { en: '{speaker}', 'zh-CN': '{speaker}', 'zh-TW': '{speaker}' },
  'attribution.continued': { en: '{speaker}', 'zh-CN': '{speaker}', 'zh-TW': '{speaker}' },
  'attribution.reported': {
    en: '{speaker}, as reported',
    'zh-CN': '{speaker}(转述)',
    'zh-TW': '{speaker}(轉述)',
  },
  'attribution.inferred': { en: 'likely {speaker}', 'zh-CN': '可能是{speaker}', 'zh-TW': '可能是{speaker}' },
  'attribution.unknown': {
    en: 'speaker not named in the source',
    'zh-CN': '原文未注明发言人',
    'zh-TW': '原文未註明發言人',
  },
  'attribution.editorial': {
    en: 'commentary by the publisher',
    'zh-CN': '发布者的评论',
    'zh-TW': '發布者的評論',
  },
  'basis.labelled': {
    en: 'named in the source here',
    'zh-CN': '原文在此处注明发言人',
    'zh-TW': '原文在此處註明發言人',
  },
  'basis.continued': {
    en: 'the same turn, named in the source above',
    'zh-CN': '同一段发言,发言人在上文注明',
    'zh-TW': '同一段發言,發言人在上文註明',
  },
  'basis.reported': {
    en: 'indirect speech: the source reports what was said',
    'zh-CN': '间接引语:原文转述其发言',
    'zh-TW': '間接引語:原文轉述其發言',
  },
  'basis.inferred': {
    en: 'not named in the source; evidence: {evidence}',
    'zh-CN': '原文未注明发言人;依据:{evidence}',
    'zh-TW': '原文未註明發言人;依據:{evidence}',
  },
  'basis.unknown': {
    en: 'the source does not say who speaks here',
    'zh-CN': '原文没有说明此处由谁发言',
    'zh-TW': '原文沒有說明此處由誰發言',
  },
  'basis.editorial': {
    en: 'added by the publisher; nobody at the seminar said it',
    'zh-CN': '由发布者添加,并非任何与会者的发言',
    'zh-TW': '由發布者添加,並非任何與會者的發言',
  },

  'failure.question-missing': {
    en: 'The question is empty. Write what you want to know, for example: {example}',
    'zh-CN': '问题是空的。请写下您想了解的内容,例如:{example}',
    'zh-TW': '問題是空的。請寫下您想了解的內容,例如:{example}',
  },
  'failure.speaker-unknown': {
    en: 'No speaker is called "{name}". The speakers are {speakers}.',
    'zh-CN': '没有名为“{name}”的发言人。发言人有:{speakers}。',
    'zh-TW': '沒有名為「{name}」的發言人。發言人有:{speakers}。',
  },
  'failure.speaker-ambiguous': {
    en: '"{name}" can mean {speakers}. Give the full name.',
    'zh-CN': '“{name}”可能指{speakers}。请写全名。',
    'zh-TW': '「{name}」可能指{speakers}。請寫全名。',
  },
  'failure.seminar-unknown': {
    en: 'There is no seminar "{name}". The seminars are {seminars}.',
    'zh-CN': '没有名为“{name}”的研讨会。现有研讨会:{seminars}。',
    'zh-TW': '沒有名為「{name}」的研討會。現有研討會:{seminars}。',
  },
  'failure.option-unknown': {
    en: '/{command} has no option "{option}". Its options are {options}.',
    'zh-CN': '/{command} 没有“{option}”选项。可用选项:{options}。',
    'zh-TW': '/{command} 沒有「{option}」選項。可用選項:{options}。',
  },
  'failure.no-options': {
    en: '/{command} has no options; type it alone.',
    'zh-CN': '/{command} 没有选项,请单独输入。',
    'zh-TW': '/{command} 沒有選項,請單獨輸入。',
  },
  'failure.option-missing': {
    en: '/{command} needs the option "{option}", for example: {example}',
    'zh-CN': '/{command} 需要“{option}”选项,例如:{example}',
    'zh-TW': '/{command} 需要「{option}」選項,例如:{example}',
  },
  'failure.option-value': {
    en: 'The option "{option}" cannot be "{value}"; give {expected}.',
    'zh-CN': '选项“{option}”不能是“{value}”;应为:{expected}。',
    'zh-TW': '選項「{option}」不能是「{value}」;應為:{expected}。',
  },
  'failure.command-unknown': {
    en: 'There is no command /{command}. The commands are {commands}.',
    'zh-CN': '没有 /{command} 命令。可用命令:{commands}。',
    'zh-TW': '沒有 /{command} 指令。可用指令:{commands}。',
  },
  'failure.command-outdated': {
    en: '/{command} has changed, and Discord does not know it yet. Please tell whoever runs this bot, and try again later.',
    'zh-CN': '/{command} 已更新,但 Discord 尚未获知。请告诉本机器人的管理者,稍后再试。',
    'zh-TW': '/{command} 已更新,但 Discord 尚未得知。請告訴本機器人的管理者,稍後再試。',
  },
  'context.heading': {
    en: 'Around line {line} of the source, in the order of the seminar:',
    'zh-CN': '原文第{line}行的前后文,按研讨会顺序:',
    'zh-TW': '原文第{line}行的前後文,按研討會順序:',
  },
  'more.heading': {
    en: 'Excerpts {from} to {to} of {count}, best first:',
    'zh-CN': '第{from}至{to}条摘录,共{count}条,按相关度排列:',
    'zh-TW': '第{from}至{to}條摘錄,共{count}條,按相關度排列:',
  },
  'words.heading': {
    en: 'The same excerpts as the report has them:',
    'zh-CN': '同样的摘录及其英文译文:',
    'zh-TW': '同樣的摘錄及其英文譯文:',
  },
  'share.heading': {
    en: 'Shared by {name} from the transcript:',
    'zh-CN': '{name}分享的会议记录摘录:',
    'zh-TW': '{name}分享的會議記錄摘錄:',
  },
  'share.link': {
    en: 'On this message: https://discord.com/channels/{server}/{channel}/{message}',
    'zh-CN': '针对这条消息: https://discord.com/channels/{server}/{channel}/{message}',
    'zh-TW': '針對這則訊息: https://discord.com/channels/{server}/{channel}/{message}',
  },
  'share.done': {
    en: 'Shared in this channel.',
    'zh-CN': '已分享到本频道。',
    'zh-TW': '已分享到本頻道。',
  },
  'find.heading': {
    en: 'Closest to that message, the transcript says:',
    'zh-CN': '会议记录中与这条消息最接近的原文:',
    'zh-TW': '會議記錄中與這則訊息最接近的原文:',
  },
  'find.speaker-taken': {
    en: 'Only what {speaker} said was searched, since the message asks for it.',
    'zh-CN': '这条消息问的是{speaker},因此只检索了其发言。',
    'zh-TW': '這則訊息問的是{speaker},因此只檢索了其發言。',
  },
  'find.refused': {
    en: 'The transcript has nothing close to that message. Try /ask with a few words about the point that you mean.',
    'zh-CN': '会议记录中没有与这条消息接近的内容。请用 /ask 写出您所指的要点。',
    'zh-TW': '會議記錄中沒有與這則訊息接近的內容。請用 /ask 寫出您所指的要點。',
  },
  'failure.message-without-words': {
    en: 'That message has no words to search for. Choose one that has, or use /ask.',
    'zh-CN': '这条消息没有可供检索的文字。请选择有文字的消息,或使用 /ask。',
    'zh-TW': '這則訊息沒有可供檢索的文字。請選擇有文字的訊息,或使用 /ask。',
  },
  'failure.menu-unknown': {
    en: 'This bot no longer has "{command}" in the menu of messages. Use /ask instead.',
    'zh-CN': '本机器人的消息菜单中已没有“{command}”。请改用 /ask。',
    'zh-TW': '本機器人的訊息選單中已沒有「{command}」。請改用 /ask。',
  },
  'failure.permissions': {
    en: 'This cannot be shared here: the bot lacks the permissions {permissions} in this channel. Ask whoever runs the server to grant them.',
    'zh-CN': '无法在此分享:机器人在本频道缺少以下权限:{permissions}。请联系服务器管理者授予。',
    'zh-TW': '無法在此分享:機器人在本頻道缺少以下權限:{permissions}。請聯絡伺服器管理者授予。',
  },
  'permission.ViewChannel': { en: 'View Channel', 'zh-CN': '查看频道', 'zh-TW': '檢視頻道' },
  'permission.SendMessages': { en: 'Send Messages', 'zh-CN': '发送消息', 'zh-TW': '傳送訊息' },
  'permission.SendMessagesInThreads': {
    en: 'Send Messages in Threads',
    'zh-CN': '在子区内发送消息',
    'zh-TW': '在討論串中傳送訊息',
  },
  'permission.ReadMessageHistory': {
    en: 'Read Message History',
    'zh-CN': '读取消息历史记录',
    'zh-TW': '讀取訊息歷史',
  },
  'quote.numbers': {
    en: 'a number such as 2, or two such as 1-2',
    'zh-CN': '一个数字(如 2)或一个范围(如 1-2)',
    'zh-TW': '一個數字(如 2)或一個範圍(如 1-2)',
  },
  'failure.passage-unknown': {
    en: 'There is no passage "{passage}". Type words, a speaker or a line and choose from the list, or give an id such as {example}.',
    'zh-CN': '没有段落“{passage}”。请输入词语、发言人或行号并从列表中选择,或给出编号,例如 {example}。',
    'zh-TW': '沒有段落「{passage}」。請輸入詞語、發言人或行號並從列表中選擇,或給出編號,例如 {example}。',
  },
  'failure.passage-ambiguous': {
    en: '"{passage}" can mean several passages. Give one of {passages}.',
    'zh-CN': '“{passage}”可能指多个段落。请给出其中之一:{passages}。',
    'zh-TW': '「{passage}」可能指多個段落。請給出其中之一:{passages}。',
  },
  'failure.sentence-unknown': {
    en: 'The passage {passage} has no sentence {value}. Its sentences are numbered from 1 to {count}.',
    'zh-CN': '段落 {passage} 没有第 {value} 句。句子编号为 1 至 {count}。',
    'zh-TW': '段落 {passage} 沒有第 {value} 句。句子編號為 1 至 {count}。',
  },
  'correction.title': { en: 'Wrong speaker?', 'zh-CN': '发言人有误?', 'zh-TW': '發言人有誤?' },
  'correction.speaker': { en: 'Who should it be?', 'zh-CN': '应该是谁?', 'zh-TW': '應該是誰?' },
  'correction.speaker-hint': {
    en: 'A name. Leave it empty if nobody should be named.',
    'zh-CN': '请写姓名。如果不应注明任何人,请留空。',
    'zh-TW': '請寫姓名。如果不應註明任何人,請留空。',
  },
  'correction.reason': { en: 'Why?', 'zh-CN': '理由是什么?', 'zh-TW': '理由是什麼?' },
  'correction.reason-hint': {
    en: 'What in the source shows it? Your report is stored without your name.',
    'zh-CN': '原文中有什么依据?报告会保存,但不记录您的姓名。',
    'zh-TW': '原文中有什麼依據?報告會保存,但不記錄您的姓名。',
  },
  'correction.thanks': {
    en: 'Thank you. Your report on line {line} is stored, without your name.',
    'zh-CN': '谢谢。您对第{line}行的报告已保存,未记录您的姓名。',
    'zh-TW': '謝謝。您對第{line}行的報告已保存,未記錄您的姓名。',
  },
  'correction.next': {
    en: 'Whoever looks after the transcript will hold it against the source. Until they correct it, the attribution stays as it is.',
    'zh-CN': '会议记录的维护者会对照原文核实。在更正之前,署名保持不变。',
    'zh-TW': '會議記錄的維護者會對照原文核實。在更正之前,署名保持不變。',
  },
  'failure.report-speaker-long': {
    en: 'The name is too long: it may have {count} characters. Nothing was stored; please write the name alone.',
    'zh-CN': '姓名太长:最多{count}个字符。没有保存任何内容;请只写姓名。',
    'zh-TW': '姓名太長:最多{count}個字元。沒有保存任何內容;請只寫姓名。',
  },
  'failure.report-reason-missing': {
    en: 'The report gives no reason, and nothing was stored. Please say what in the source shows it.',
    'zh-CN': '报告没有写理由,因此没有保存。请说明原文中的依据。',
    'zh-TW': '報告沒有寫理由,因此沒有保存。請說明原文中的依據。',
  },
  'failure.report-reason-long': {
    en: 'The reason is too long: it may have {count} characters. Nothing was stored; please shorten it.',
    'zh-CN': '理由太长:最多{count}个字符。没有保存任何内容;请缩短后再试。',
    'zh-TW': '理由太長:最多{count}個字元。沒有保存任何內容;請縮短後再試。',
  },
  'failure.report-signs': {
    en: 'The report has control characters, which cannot be read. Nothing was stored; please type it as plain text.',
    'zh-CN': '报告中含有无法阅读的控制字符。没有保存任何内容;请用纯文本填写。',
    'zh-TW': '報告中含有無法閱讀的控制字元。沒有保存任何內容;請用純文字填寫。',
  },
  'failure.report-too-many': {
    en: 'You have sent {count} reports within an hour, as many as one person may. Please wait a while.',
    'zh-CN': '您在一小时内已发送{count}份报告,达到每人的上限。请稍后再试。',
    'zh-TW': '您在一小時內已發送{count}份報告,達到每人的上限。請稍後再試。',
  },
  'failure.too-fast': {
    en: 'That was a lot at once. To leave time for everybody, please wait {wait} and then try again.',
    'zh-CN': '您的操作有点快。为了让大家都能使用,请等{wait}后再试。',
    'zh-TW': '您的操作有點快。為了讓大家都能使用,請等{wait}後再試。',
  },
  'failure.not-stored': {
    en: 'It could not be stored, through no fault of yours. Please try again later, or tell whoever runs this bot.',
    'zh-CN': '未能保存,这不是您的问题。请稍后再试,或告诉本机器人的管理者。',
    'zh-TW': '未能保存,這不是您的問題。請稍後再試,或告訴本機器人的管理者。',
  },
  'failure.button-owner': {
    en: 'Only the person who asked can use this button. Use the command yourself to get your own.',
    'zh-CN': '只有发出命令的人可以使用这个按钮。请自行使用该命令。',
    'zh-TW': '只有發出指令的人可以使用這個按鈕。請自行使用該指令。',
  },
  'failure.passage-changed': {
    en: 'The transcript has changed since this answer, and the passage is no longer as it was. Please ask again.',
    'zh-CN': '会议记录在此回答之后已更改,该段落已不再相同。请重新提问。',
    'zh-TW': '會議記錄在此回答之後已更改,該段落已不再相同。請重新提問。',
  },
  'failure.button-outdated': {
    en: 'This button belongs to another version of the bot and no longer works. Please ask again.',
    'zh-CN': '这个按钮属于机器人的其他版本,已经失效。请重新提问。',
    'zh-TW': '這個按鈕屬於機器人的其他版本,已經失效。請重新提問。',
  },
  'failure.remove-forbidden': {
    en: 'Only the person who asked, or a member with the permission Manage Messages, can remove this answer.',
    'zh-CN': '只有提问者或拥有“管理消息”权限的成员可以移除这条回答。',
    'zh-TW': '只有提問者或擁有「管理訊息」權限的成員可以移除這條回答。',
  },
  'failure.unexpected': {
    en: 'Something went wrong on our side. Please ask again; if it happens again, tell whoever runs this bot.',
    'zh-CN': '我们这边出了点问题。请再问一次;如果仍然出错,请告诉本机器人的管理者。',
    'zh-TW': '我們這邊出了點問題。請再問一次;如果仍然出錯,請告訴本機器人的管理者。',
  },

  'chat.welcome': {
    en: 'Rostrum answers questions about {seminars} with excerpts from the transcript. Type a question, or /help.',
    'zh-CN': 'Rostrum 用会议记录的原文摘录回答有关{seminars}的问题。请直接输入问题,或输入 /help。',
    'zh-TW': 'Rostrum 用會議記錄的原文摘錄回答有關{seminars}的問題。請直接輸入問題,或輸入 /help。',
  },
  'help.heading': { en: 'Commands:', 'zh-CN': '命令:', 'zh-TW': '指令:' },
  'help.examples': { en: 'Questions to begin with:', 'zh-CN': '可以这样提问:', 'zh-TW': '可以這樣提問:' },
  'help.command': {
    en: '{usage} – {description}',
    'zh-CN': '{usage} – {description}',
    'zh-TW': '{usage} – {description}',
  },
  'help.message-command': {
    en: '{name} (in the menu of a message, under Apps) – {description}',
    'zh-CN': '{name}(在消息菜单的“应用”中)– {description}',
    'zh-TW': '{name}(在訊息選單的「應用程式」中)– {description}',
  },
  'help.chat': {
    en: 'A plain line is a question. /quit leaves.',
    'zh-CN': '直接输入一行就是提问。/quit 退出。',
    'zh-TW': '直接輸入一行就是提問。/quit 離開。',
  },

  'option.question.name': { en: 'question', 'zh-CN': '问题', 'zh-TW': '問題' },
  'option.speaker.name': { en: 'speaker', 'zh-CN': '发言人', 'zh-TW': '發言人' },
  'option.seminar.name': { en: 'seminar', 'zh-CN': '研讨会', 'zh-TW': '研討會' },
  'option.passage.name': { en: 'passage', 'zh-CN': '段落', 'zh-TW': '段落' },
  'option.sentences.name': { en: 'sentences', 'zh-CN': '句子', 'zh-TW': '句子' },
  'option.private.name': { en: 'private', 'zh-CN': '仅自己可见', 'zh-TW': '僅自己可見' },
  'option.private': {
    en: 'Show the answer to you alone',
    'zh-CN': '回答只有您自己能看到',
    'zh-TW': '回答只有您自己能看到',
  },

  'command.ask.name': { en: 'ask', 'zh-CN': '提问', 'zh-TW': '提問' },
  'command.ask.description': {
    en: 'Ask the seminar a question and get excerpts with their speakers',
    'zh-CN': '向研讨会提问,得到带发言人的原文摘录',
    'zh-TW': '向研討會提問,得到帶發言人的原文摘錄',
  },
  'command.ask.question': { en: 'What you want to know', 'zh-CN': '您想了解什么', 'zh-TW': '您想了解什麼' },
  'command.ask.speaker': {
    en: 'Only what this speaker said',
    'zh-CN': '只看这位发言人的发言',
    'zh-TW': '只看這位發言人的發言',
  },
  'command.ask.seminar': { en: 'Only this seminar', 'zh-CN': '只看这场研讨会', 'zh-TW': '只看這場研討會' },
  'command.quote.name': { en: 'quote', 'zh-CN': '引用', 'zh-TW': '引用' },
  'command.quote.description': {
    en: 'Quote a passage, or some of its sentences, with its speaker',
    'zh-CN': '引用一个段落或其中几句,并注明发言人',
    'zh-TW': '引用一個段落或其中幾句,並註明發言人',
  },
  'command.quote.passage': {
    en: 'Words, a speaker or a line; choose from the list',
    'zh-CN': '词语、发言人或行号,然后从列表中选择',
    'zh-TW': '詞語、發言人或行號,然後從列表中選擇',
  },
  'command.quote.sentences': {
    en: 'Which of its sentences, from 1: 2, or 1-2',
    'zh-CN': '其中哪几句,从1数起,如 2 或 1-2',
    'zh-TW': '其中哪幾句,從1數起,如 2 或 1-2',
  },
  'command.find.name': { en: 'Find in transcript', 'zh-CN': '在会议记录中查找', 'zh-TW': '在會議記錄中尋找' },
  'command.find.description': {
    en: 'Excerpts closest to what the message says, for you alone until you share one',
    'zh-CN': '与消息内容最接近的原文摘录,分享之前只有您自己能看到',
    'zh-TW': '與訊息內容最接近的原文摘錄,分享之前只有您自己能看到',
  },
  'button.context': { en: 'Context', 'zh-CN': '上下文', 'zh-TW': '上下文' },
  'button.context-number': { en: 'Context {number}', 'zh-CN': '上下文{number}', 'zh-TW': '上下文{number}' },
  'button.more': { en: 'More', 'zh-CN': '更多', 'zh-TW': '更多' },
  'button.back': { en: 'Back', 'zh-CN': '返回', 'zh-TW': '返回' },
  'button.share': { en: 'Share', 'zh-CN': '分享', 'zh-TW': '分享' },
  'button.share-number': { en: 'Share {number}', 'zh-CN': '分享第{number}条', 'zh-TW': '分享第{number}條' },
  'button.words': { en: 'Original', 'zh-CN': '英文译文', 'zh-TW': '英文譯文' },

  'command.compare.name': { en: 'compare', 'zh-CN': '比较', 'zh-TW': '比較' },
  'command.compare.description': {
    en: 'What each speaker says on one question, side by side',
    'zh-CN': '各位发言人就同一个问题怎么说',
    'zh-TW': '各位發言人就同一個問題怎麼說',
  },
  'compare.found': {
    en: 'What each speaker says on this:',
    'zh-CN': '各位发言人对此的说法:',
    'zh-TW': '各位發言人對此的說法:',
  },
  'compare.nobody': {
    en: 'No named speaker says anything that answers this.',
    'zh-CN': '没有注明姓名的发言人回答这个问题。',
    'zh-TW': '沒有註明姓名的發言人回答這個問題。',
  },
  'compare.further': {
    en: 'Also on this, not shown: {speakers}.',
    'zh-CN': '也谈到这一点(未列出):{speakers}。',
    'zh-TW': '也談到這一點(未列出):{speakers}。',
  },
  'compare.silent': {
    en: 'No words that answer this from {speakers}.',
    'zh-CN': '没有回答这个问题的发言人:{speakers}。',
    'zh-TW': '沒有回答這個問題的發言人:{speakers}。',
  },
  'compare.unnamed': {
    en: 'The source does not say who speaks here:',
    'zh-CN': '原文未注明由谁发言的段落:',
    'zh-TW': '原文未註明由誰發言的段落:',
  },
  'compare.coverage': {
    en: '{answering} of {all} speakers; {unnamed} excerpts without a named speaker.',
    'zh-CN': '{all}位发言人中有{answering}位;未注明发言人的摘录{unnamed}段。',
    'zh-TW': '{all}位發言人中有{answering}位;未註明發言人的摘錄{unnamed}段。',
  },
  'compare.coverage.one': {
    en: '{answering} of {all} speakers; {unnamed} excerpt without a named speaker.',
    'zh-CN': '{all}位发言人中有{answering}位;未注明发言人的摘录{unnamed}段。',
    'zh-TW': '{all}位發言人中有{answering}位;未註明發言人的摘錄{unnamed}段。',
  },

  'command.speakers.name': { en: 'speakers', 'zh-CN': '发言人', 'zh-TW': '發言人' },
  'command.speakers.description': {
    en: 'Who spoke and how much, or what one speaker spoke about',
    'zh-CN': '谁发了言、说了多少,或某位发言人谈了什么',
    'zh-TW': '誰發了言、說了多少,或某位發言人談了什麼',
  },
  'command.speakers.speaker': {
    en: 'Only this speaker',
    'zh-CN': '只看这位发言人',
    'zh-TW': '只看這位發言人',
  },
  'speakers.heading': {
    en: 'Who speaks in {title}, {date}:',
    'zh-CN': '{title}({date})的发言人:',
    'zh-TW': '{title}({date})的發言人:',
  },
  'speakers.person': {
    en: '{speaker} – {role}',
    'zh-CN': '{speaker} – {role}',
    'zh-TW': '{speaker} – {role}',
  },
  'speakers.moderator': {
    en: '{speaker} – moderator, {role}',
    'zh-CN': '{speaker} – 主持人,{role}',
    'zh-TW': '{speaker} – 主持人,{role}',
  },
  'speakers.share': {
    en: '{person}: {bar} {percent}% of the text with a name; passages: {passages}',
    'zh-CN': '{person}:{bar} 占有名字的文字的{percent}%;段落:{passages}',
    'zh-TW': '{person}:{bar} 佔有名字的文字的{percent}%;段落:{passages}',
  },
  'speakers.share.likely': {
    en: '{person}: {bar} {percent}% of the text with a name; passages: {passages}, of which only likely: {inferred}',
    'zh-CN': '{person}:{bar} 占有名字的文字的{percent}%;段落:{passages},其中只是可能:{inferred}',
    'zh-TW': '{person}:{bar} 佔有名字的文字的{percent}%;段落:{passages},其中只是可能:{inferred}',
  },
  'speakers.counts': {
    en: 'Of {total} passages: speaker named in the source {named}; likely speaker, with evidence {inferred}; speaker not named {unknown}; commentary by the publisher {editorial}.',
    'zh-CN':
      '共{total}段:原文注明发言人{named}段;可能的发言人(附依据){inferred}段;未注明发言人{unknown}段;发布者的评论{editorial}段。',
    'zh-TW':
      '共{total}段:原文註明發言人{named}段;可能的發言人(附依據){inferred}段;未註明發言人{unknown}段;發布者的評論{editorial}段。',
  },
  'speakers.nobody': {
    en: "Passages without a named speaker and commentary are counted as nobody's.",
    'zh-CN': '未注明发言人的段落和评论不计入任何人。',
    'zh-TW': '未註明發言人的段落和評論不計入任何人。',
  },
  'speakers.more': {
    en: 'Further speakers, not shown: {count}',
    'zh-CN': '未列出的其他发言人:{count}位',
    'zh-TW': '未列出的其他發言人:{count}位',
  },
  'speakers.more-seminars': {
    en: 'Further seminars, not shown: {count}.',
    'zh-CN': '未列出的其他研讨会:{count}场。',
    'zh-TW': '未列出的其他研討會:{count}場。',
  },
  'speakers.none': {
    en: 'The source gives no passage the name of {speaker}.',
    'zh-CN': '原文没有注明由{speaker}发言的段落。',
    'zh-TW': '原文沒有註明由{speaker}發言的段落。',
  },
  'speakers.basis': {
    en: 'How the name of these passages is known:',
    'zh-CN': '这些段落的发言人从何得知:',
    'zh-TW': '這些段落的發言人從何得知:',
  },
  'speakers.basis.labelled': {
    en: 'named in the source at the passage: {count}',
    'zh-CN': '原文在该处注明:{count}段',
    'zh-TW': '原文在該處註明:{count}段',
  },
  'speakers.basis.continued': {
    en: 'the same turn, named in the source above: {count}',
    'zh-CN': '同一段发言,上文注明:{count}段',
    'zh-TW': '同一段發言,上文註明:{count}段',
  },
  'speakers.basis.reported': {
    en: 'as reported: {count}',
    'zh-CN': '转述:{count}段',
    'zh-TW': '轉述:{count}段',
  },
  'speakers.basis.inferred': {
    en: 'only likely, not named in the source: {count}',
    'zh-CN': '只是可能,原文未注明:{count}段',
    'zh-TW': '只是可能,原文未註明:{count}段',
  },
  'speakers.terms': {
    en: 'More than the other speakers: {terms}.',
    'zh-CN': '比其他发言人谈得更多的:{terms}。',
    'zh-TW': '比其他發言人談得更多的:{terms}。',
  },
  'speakers.excerpts': {
    en: 'Passages that show it, from different parts of the seminar:',
    'zh-CN': '有代表性的段落,取自研讨会的不同部分:',
    'zh-TW': '有代表性的段落,取自研討會的不同部分:',
  },
  'speakers.only-questions': {
    en: '{speaker} only asks questions.',
    'zh-CN': '{speaker}只提问题。',
    'zh-TW': '{speaker}只提問題。',
  },
  'button.correct': { en: 'Wrong speaker?', 'zh-CN': '发言人有误?', 'zh-TW': '發言人有誤?' },
  'button.remove': { en: 'Remove', 'zh-CN': '移除', 'zh-TW': '移除' },
  'failure.seminar-missing': {
    en: 'There are several seminars: {seminars}. Choose one with the option "seminar".',
    'zh-CN': '现有多场研讨会:{seminars}。请用“seminar”选项选择一场。',
    'zh-TW': '現有多場研討會:{seminars}。請用「seminar」選項選擇一場。',
  },
  'failure.place-unknown': {
    en: 'There is no place "{from}" in this transcript. Give a source line from {first} to {last}, or a segment such as {segment}.',
    'zh-CN':
      '会议记录中没有“{from}”这个位置。请给出第{first}至{last}行之间的原文行号,或段落编号,例如{segment}。',
    'zh-TW':
      '會議記錄中沒有「{from}」這個位置。請給出第{first}至{last}行之間的原文行號,或段落編號,例如{segment}。',
  },

  'contents.heading': {
    en: '{title}, {date}: who speaks, by turns (page {page} of {count}):',
    'zh-CN': '{title},{date}:按发言顺序的目录(第{page}页,共{count}页):',
    'zh-TW': '{title},{date}:按發言順序的目錄(第{page}頁,共{count}頁):',
  },
  'contents.turn': {
    en: 'line {line}, {speaker}: {opening}',
    'zh-CN': '第{line}行,{speaker}:{opening}',
    'zh-TW': '第{line}行,{speaker}:{opening}',
  },
  'contents.translated': {
    en: "The first words are translated from the Chinese report; they are not the speakers' original words.",
    'zh-CN': '开头的文字照录报道原文。',
    'zh-TW': '開頭的文字照錄報導原文,保留簡體中文。',
  },
  'contents.reading': {
    en: 'To read from a place: /transcript from:{from}, or a line in place of {from}.',
    'zh-CN': '从某处开始阅读:/transcript from:{from},也可以用行号代替{from}。',
    'zh-TW': '從某處開始閱讀:/transcript from:{from},也可以用行號代替{from}。',
  },
  'transcript.heading': {
    en: '{title}, {date}: the transcript, page {page} of {count}',
    'zh-CN': '{title},{date}:会议记录,第{page}页,共{count}页',
    'zh-TW': '{title},{date}:會議記錄,第{page}頁,共{count}頁',
  },
  'transcript.next': {
    en: 'The next page: /transcript from:{from}',
    'zh-CN': '下一页:/transcript from:{from}',
    'zh-TW': '下一頁:/transcript from:{from}',
  },
  'transcript.end': {
    en: 'The transcript ends here.',
    'zh-CN': '会议记录到此结束。',
    'zh-TW': '會議記錄到此結束。',
  },

  'about.faulty': {
    en: 'Since {time} the files of the corpus have had a fault, and answers come from the corpus as it was before. What is wrong:',
    'zh-CN': '自 {time} 起语料文件有误,回答仍出自之前的版本。问题如下:',
    'zh-TW': '自 {time} 起語料檔案有誤,回答仍出自之前的版本。問題如下:',
  },
  'about.fault': {
    en: '{file}, line {line}: {what} {remedy}',
    'zh-CN': '{file},第{line}行:{what} {remedy}',
    'zh-TW': '{file},第{line}行:{what} {remedy}',
  },
  'about.faults-further': {
    en: 'And {count} more; the log and "npm run check" tell them.',
    'zh-CN': '另有{count}处,见日志或运行“npm run check”。',
    'zh-TW': '另有{count}處,見日誌或執行「npm run check」。',
  },
  'about.fault-private': {
    en: 'For you alone, since you have the permission Manage Server. The files are read again as soon as they change.',
    'zh-CN': '仅您可见,因为您拥有“管理服务器”权限。文件一经更改即会重新读取。',
    'zh-TW': '僅您可見,因為您擁有「管理伺服器」權限。檔案一經更改即會重新讀取。',
  },
  'about.sources': {
    en: 'Rostrum quotes these seminars:',
    'zh-CN': 'Rostrum 引用以下研讨会:',
    'zh-TW': 'Rostrum 引用以下研討會:',
  },
  'about.seminar': {
    en: '{title} – {date}',
    'zh-CN': '{title} – {date}',
    'zh-TW': '{title} – {date}',
  },
  'about.organiser': {
    en: 'Organised by {organiser}',
    'zh-CN': '主办方:{organiser}',
    'zh-TW': '主辦方:{organiser}',
  },
  'about.headline': {
    en: "The source, under the publisher's headline: {headline}",
    'zh-CN': '来源,发布者所用标题:{headline}',
    'zh-TW': '來源,發布者所用標題:{headline}',
  },
  'about.language': {
    en: 'Language of the source: {language}',
    'zh-CN': '原文语言:{language}',
    'zh-TW': '原文語言:{language}',
  },
  'about.translated': {
    en: 'Translated into English for readers; a translation is marked wherever it stands',
    'zh-CN': '附英文译文,凡译文均有标明',
    'zh-TW': '附英文譯文,凡譯文均有標明',
  },
  'about.untranslated': {
    en: 'Not translated; shown as in the source',
    'zh-CN': '没有译文,按原文显示',
    'zh-TW': '沒有譯文,按原文顯示',
  },
  'about.further': {
    en: 'And {count} more; /transcript shows any of them.',
    'zh-CN': '另有{count}场,可用 /transcript 查看。',
    'zh-TW': '另有{count}場,可用 /transcript 查看。',
  },
  'about.attribution': {
    en: 'How it is known who speaks:',
    'zh-CN': '如何得知由谁发言:',
    'zh-TW': '如何得知由誰發言:',
  },
  'about.labelled': {
    en: 'The name alone: the source names the speaker at this paragraph, or …',
    'zh-CN': '只写姓名:原文在该段注明发言人,或者……',
    'zh-TW': '只寫姓名:原文在該段註明發言人,或者……',
  },
  'about.continued': {
    en: '… the same turn goes on from a paragraph where it does.',
    'zh-CN': '……该段承接上文已注明发言人的同一段发言。',
    'zh-TW': '……該段承接上文已註明發言人的同一段發言。',
  },
  'about.reported': {
    en: '"As reported": the source tells in its own words what was said.',
    'zh-CN': '“转述”:原文以间接引语写出其发言。',
    'zh-TW': '「轉述」:原文以間接引語寫出其發言。',
  },
  'about.inferred': {
    en: '"Likely": the source does not name the speaker here; the evidence for the name is given.',
    'zh-CN': '“可能是”:原文此处未注明发言人,姓名的依据一并写出。',
    'zh-TW': '「可能是」:原文此處未註明發言人,姓名的依據一併寫出。',
  },
  'about.unknown': {
    en: '"Speaker not named in the source": nobody can tell from the source who speaks, so no name is given.',
    'zh-CN': '“原文未注明发言人”:从原文无法得知由谁发言,因此不写姓名。',
    'zh-TW': '「原文未註明發言人」:從原文無法得知由誰發言,因此不寫姓名。',
  },
  'about.editorial': {
    en: '"Commentary by the publisher": added by the publisher; nobody at the seminar said it.',
    'zh-CN': '“发布者的评论”:由发布者添加,并非任何与会者的发言。',
    'zh-TW': '「發布者的評論」:由發布者添加,並非任何與會者的發言。',
  },
  'about.stored': {
    en: 'Nothing of what people ask is stored. A report of a wrong speaker is: passage, proposal, reason and time, without who sent it. So is a digest: its channel, schedule, filters and posts, until 30 days after it ends. The log has starts, connections and faults, and neither questions nor tokens. Buttons carry all that they need.',
    'zh-CN':
      '不存储任何提问内容。有关发言人有误的报告会保存:段落、建议、理由和时间,不含报告者。每日摘录也会保存:频道、时间、筛选条件和已发布的内容,结束30天后删除。日志只记录启动、连接和故障,不含提问和令牌。按钮自带所需的一切信息。',
    'zh-TW':
      '不儲存任何提問內容。有關發言人有誤的回報會儲存:段落、建議、理由和時間,不含回報者。每日摘錄也會儲存:頻道、時間、篩選條件和已發布的內容,結束30天後刪除。日誌只記錄啟動、連線和故障,不含提問和權杖。按鈕自帶所需的一切資訊。',
  },
  'about.versions': {
    en: 'Rostrum {rostrum}, Node {node}, {passages} passages',
    'zh-CN': 'Rostrum {rostrum},Node {node},{passages}个段落',
    'zh-TW': 'Rostrum {rostrum},Node {node},{passages}個段落',
  },
  'language.en': {
    en: 'English',
    'zh-CN': '英文',
    'zh-TW': '英文',
  },
  'language.zh-CN': {
    en: 'Simplified Chinese',
    'zh-CN': '简体中文',
    'zh-TW': '簡體中文',
  },
  'language.zh-TW': {
    en: 'Traditional Chinese',
    'zh-CN': '繁体中文',
    'zh-TW': '繁體中文',
  },

  'option.from.name': {
    en: 'from',
    'zh-CN': '起始位置',
    'zh-TW': '起始位置',
  },
  'command.transcript.name': {
    en: 'transcript',
    'zh-CN': '会议记录',
    'zh-TW': '會議記錄',
  },
  'command.transcript.description': {
    en: 'Read the transcript: its contents by turns, or its text page by page',
    'zh-CN': '阅读会议记录:按发言的目录,或逐页的正文',
    'zh-TW': '閱讀會議記錄:按發言的目錄,或逐頁的正文',
  },
  'command.transcript.seminar': {
    en: 'Which seminar',
    'zh-CN': '哪一场研讨会',
    'zh-TW': '哪一場研討會',
  },
  'command.transcript.from': {
    en: 'Where to start: a line of the source, or a segment such as p30',
    'zh-CN': '从哪里开始:原文行号,或段落编号,例如 p30',
    'zh-TW': '從哪裡開始:原文行號,或段落編號,例如 p30',
  },
  'command.about.name': {
    en: 'about',
    'zh-CN': '关于',
    'zh-TW': '關於',
  },
  'command.about.description': {
    en: 'Sources, how speakers are attributed, what is stored, versions',
    'zh-CN': '来源、发言人如何确定、存储的内容、版本',
    'zh-TW': '來源、發言人如何確定、儲存的內容、版本',
  },
  'button.previous': {
    en: 'Previous page',
    'zh-CN': '上一页',
    'zh-TW': '上一頁',
  },
  'button.next': {
    en: 'Next page',
    'zh-CN': '下一页',
    'zh-TW': '下一頁',
  },
  'button.contents': {
    en: 'Contents',
    'zh-CN': '目录',
    'zh-TW': '目錄',
  },
  'button.read': {
    en: 'Read',
    'zh-CN': '阅读',
    'zh-TW': '閱讀',
  },

  'command.help.name': { en: 'help', 'zh-CN': '帮助', 'zh-TW': '說明' },
  'command.help.description': { en: 'What you can ask', 'zh-CN': '可以问什么', 'zh-TW': '可以問什麼' },
} satisfies Record<string, Localised>;

export type MessageKey = keyof typeof catalogue;

/** Every key of the catalogue, for the test that holds the languages against one another. */
export const messageKeys = Object.keys(catalogue) as MessageKey[];

/** A catalogue text as written, with its `{names}`. */
export function template(key: MessageKey): Localised {
  return catalogue[key];
}

/** A message in words of each language, to be a value of another. */
export function inEachLanguage(message: Message): Localised {
  const [en = '', simplified = '', traditional = ''] = LOCALES.map((locale) => say(message, locale));
  return { en, 'zh-CN': simplified, 'zh-TW': traditional };
}

/**
 * Puts a message into words.
 * @param clean applied to each value (never to our own words), to make it harmless where it is shown
 */
export function say(
  { key, values = {} }: Message,
  locale: Locale,
  clean: (value: string) => string = (value) => value,
): string {
  return catalogue[key][locale].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return clean(typeof value === 'object' ? value[locale] : String(value));
  });
}

/** A text from the catalogue with its values, not yet in any language. */
export interface Message {
  key: MessageKey;
  values?: Readonly<Record<string, string | number | Localised>>;
}

/** Joins names as a sentence of the language does, for the value of one message. */
export function joined(names: readonly (string | Localised)[]): Localised {
  const list = (locale: Locale) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      names.map((name) => (typeof name === 'string' ? name : name[locale])),
    );
  return { en: list('en'), 'zh-CN': list('zh-CN'), 'zh-TW': list('zh-TW') };
}
