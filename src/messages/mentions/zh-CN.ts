import type { mentionsEn } from './en.ts';

export const mentionsZhCN = {
  'help.mention':
    '也可以直接@我提问，或给我发私信。想接着问，回复我的回答即可，例如“还有谁？”“完整”“出处？”。',
  'mention.help': '请直接提问（用法见 {/help}），例如：{example}',
  'mention.busy': '这里刚刚回答了不少问题。',
  'mention.answer-privately': '私下回答',
  'mention.gone': '找不到这个问题了，请改用 {/ask} 提问。',
  'mention.for-asker-alone': '这个回答只能给您看，请改用命令（见 {/help}）。',
} as const satisfies Readonly<Record<keyof typeof mentionsEn, string>>;
