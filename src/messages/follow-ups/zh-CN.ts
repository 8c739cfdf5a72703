import type { followUpsEn } from './en.ts';

export const followUpsZhCN = {
  'follow-up.about': '{speaker}谈{topic}',
  'follow-up.about.question': '{speaker}谈：{topic}',
  'follow-up.others': '其他人谈{topic}（不含{speaker}）',
  'follow-up.others.question': '其他人（不含{speaker}）谈：{topic}',
  'follow-up.everybody': '所有人谈{topic}',
  'follow-up.everybody.question': '所有人谈：{topic}',
  'follow-up.together': '{words}与{topic}',
  'follow-up.together.question': '{words}：{topic}',
  'follow-up.judge': '以上发言话题相同，发言人是否同意请您自行判断。',
  'follow-up.judge.quoted': '已摘录的各位是否同意，请您自行判断。',
  'follow-up.nobody-else': '没有找到其他发言人关于这一点的发言。',
  'follow-up.no-more': '摘录都在这里了。可以换个说法，也可以问别的发言人或话题。',
  'follow-up.turn-page': '请用那条消息下面的按钮翻页。',
  'follow-up.nothing-shown': '那条回答里没有摘录。可以换个说法，也可以问别的发言人或话题。',
  'follow-up.original': '这些摘录就是原文：',
  'follow-up.same': '同样的摘录：',
  'follow-up.stays': '没有译文的摘录照{language}原文显示。',
  'follow-up.languages': '摘录只能用英文、简体中文或繁体中文显示。',
  'follow-up.sources': '这些摘录的出处：',
} as const satisfies Readonly<Record<keyof typeof followUpsEn, string>>;
