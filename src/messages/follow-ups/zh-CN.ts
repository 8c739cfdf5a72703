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
  'follow-up.judge': '以上是对同一话题的发言。是否同意，请您自行判断。',
  'follow-up.nobody-else': '没有其他发言人可以再问了。',
  'follow-up.no-more': '摘录都在这里了。可以换个说法再问，或说出另一位发言人、另一个话题。',
  'follow-up.nothing-shown': '那条回答里没有摘录。可以换个说法再问，或说出另一位发言人、另一个话题。',
  'follow-up.original': '这些摘录就是原文。完整段落：',
  'follow-up.same': '同样的摘录：',
  'follow-up.stays': '原文只有{language}，所以保持原样。',
  'follow-up.languages': '摘录只能用英文、简体中文或繁体中文显示。',
  'follow-up.sources': '这些摘录的出处：',
} as const satisfies Readonly<Record<keyof typeof followUpsEn, string>>;
