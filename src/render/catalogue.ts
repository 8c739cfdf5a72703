import type { Locale, Localised } from '../core/transcript.ts';
import type { Message } from './reply.ts';

/**
 * Everything that a reader sees and that is not from a transcript, in all languages. `{name}` stands for a
 * value. Plain sentences; nothing is said by a sign alone.
 */
const catalogue = {
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
  'failure.not-stored': {
    en: 'It could not be stored, through no fault of yours. Please try again later, or tell whoever runs this bot.',
    'zh-CN': '未能保存,这不是您的问题。请稍后再试,或告诉本机器人的管理者。',
    'zh-TW': '未能保存,這不是您的問題。請稍後再試,或告訴本機器人的管理者。',
  },
  'failure.button-owner': {
    en: 'Only the person who asked can turn these pages. Ask with /ask to get your own.',
    'zh-CN': '只有提问者可以翻页。请用 /ask 自行提问。',
    'zh-TW': '只有提問者可以翻頁。請用 /ask 自行提問。',
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
  'help.chat': {
    en: 'A plain line is a question. /quit leaves.',
    'zh-CN': '直接输入一行就是提问。/quit 退出。',
    'zh-TW': '直接輸入一行就是提問。/quit 離開。',
  },

  'option.question.name': { en: 'question', 'zh-CN': '问题', 'zh-TW': '問題' },
  'option.speaker.name': { en: 'speaker', 'zh-CN': '发言人', 'zh-TW': '發言人' },
  'option.seminar.name': { en: 'seminar', 'zh-CN': '研讨会', 'zh-TW': '研討會' },
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
  'button.context': { en: 'Context', 'zh-CN': '上下文', 'zh-TW': '上下文' },
  'button.more': { en: 'More', 'zh-CN': '更多', 'zh-TW': '更多' },
  'button.back': { en: 'Back', 'zh-CN': '返回', 'zh-TW': '返回' },
  'button.share': { en: 'Share', 'zh-CN': '分享', 'zh-TW': '分享' },
  'button.words': { en: 'Original', 'zh-CN': '英文译文', 'zh-TW': '英文譯文' },
  'button.correct': { en: 'Wrong speaker?', 'zh-CN': '发言人有误?', 'zh-TW': '發言人有誤?' },
  'button.remove': { en: 'Remove', 'zh-CN': '移除', 'zh-TW': '移除' },

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
