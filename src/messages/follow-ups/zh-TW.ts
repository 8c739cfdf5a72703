import type { followUpsEn } from './en.ts';

export const followUpsZhTW = {
  'follow-up.about': '{speaker}談{topic}',
  'follow-up.about.question': '{speaker}談：{topic}',
  'follow-up.others': '其他人談{topic}（不含{speaker}）',
  'follow-up.others.question': '其他人（不含{speaker}）談：{topic}',
  'follow-up.everybody': '所有人談{topic}',
  'follow-up.everybody.question': '所有人談：{topic}',
  'follow-up.together': '{words}與{topic}',
  'follow-up.together.question': '{words}：{topic}',
  'follow-up.judge': '以上發言主題相同，講者是否同意請您自行判斷。',
  'follow-up.judge.quoted': '已摘錄的各位是否同意，請您自行判斷。',
  'follow-up.nobody-else': '沒有找到其他講者關於這一點的發言。',
  'follow-up.no-more': '摘錄都在這裡了。可以換個說法，也可以改問其他講者或主題。',
  'follow-up.turn-page': '請用那則訊息下面的按鈕翻頁。',
  'follow-up.nothing-shown': '那則回答裡沒有摘錄。可以換個說法，也可以改問其他講者或主題。',
  'follow-up.original': '這些摘錄就是原文：',
  'follow-up.same': '同樣的摘錄：',
  'follow-up.stays': '沒有翻譯的摘錄依{language}原文顯示。',
  'follow-up.languages': '摘錄只能以英文、簡體中文或繁體中文顯示。',
  'follow-up.sources': '這些摘錄的出處：',
} as const satisfies Readonly<Record<keyof typeof followUpsEn, string>>;
