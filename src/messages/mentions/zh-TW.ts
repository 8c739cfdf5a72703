import type { mentionsEn } from './en.ts';

export const mentionsZhTW = {
  'help.mention':
    '也可以直接@我提問，或傳私訊給我。想接著問，回覆我的回答即可，例如「還有誰？」「完整」「出處？」。',
  'mention.help': '請直接提問（用法見 {/help}），例如：{example}',
  'mention.busy': '這裡剛剛回答了不少問題。',
  'mention.answer-privately': '私下回答',
  'mention.gone': '找不到這個問題了，請改用 {/ask} 提問。',
  'mention.for-asker-alone': '這個回答只能給您看，請改用指令（見 {/help}）。',
} as const satisfies Readonly<Record<keyof typeof mentionsEn, string>>;
