import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { ask } from '../commands/ask.ts';
import { comparisonSteps } from '../commands/compare.ts';
import { runToEnd } from '../src/core/steps.ts';
import transcript from '../commands/transcript.ts';
import { followUp } from '../commands/follow-up.ts';
import { renderTerminal } from '../src/render/terminal.ts';
import { lengthOf } from '../src/tools/eval/length.ts';
import { contextOf, corpus } from './fixtures.ts';
const context = contextOf(await corpus());
it('shows', async () => {
  const out: string[] = [];
  const U = 'What did Estevez say about unilateral action?';
  const of = (r: any) => ({ question: r.question ?? null, buttons: r.actions ?? [] });
  const run = async (first: any, words: string[]) => {
    let r = first; 
    for (const w of words) { const n = await followUp(w, of(r), context); out.push(`=== ${r.question} + ${w}`); if (!n) { out.push('NULL'); return; } r = n;
      const l = r.locale ?? 'en';
      out.push(`--- ${r.outcome} ${l} lines ${lengthOf(r, l).lines}`, renderTerminal(r, { locale: l, colour: false })); }
  };
  for (const w of ['longer','original','原文?','source?','what about Malaysia?','who disagrees?','translate','翻译', 'context', 'and the Chinese?']) await run(ask({ question: U }, context), [w]);
  await run(ask({ question: U }, context), ['original', 'translate']);
  const c = runToEnd(comparisonSteps({ question: 'export controls' }, context));
  await run(c, ['who disagrees?']); await run(c, ['anyone else?']); await run(c, ['longer']); await run(c, ['source?']);
  for (const w of ['how about miller instead','what did goujon say about that','ok and reva?','in chinese please','whats the source','还有别人吗','说详细点']) await run(c, [w]);
  const t = await transcript.run({ from: 'p30' }, context);
  await run(t, ['more']); await run(t, ['longer']); await run(t, ['source?']);
  await run(ask({ question: 'What did "Estevez" say?' }, context), ['and Miller?']);
  await run(ask({ question: 'What did "Estevez" say about "unilateral action"?' }, context), ['and Miller?']);
  await run(ask({ question: 'Did "Alan Estevez" really regret it? Here is my question:' }, context), ['and Miller?']);
  writeFileSync('/tmp/fu2/out.txt', out.join('\n'));
  const worst: string[] = [];
  for (const q of ['Do export controls work?', U, 'DeepSeek', 'What did Miller say about Huawei?', 'What did Goujon say about compute?', 'export controls', '米勒对单边行动怎么看?', 'Ask each on allies', 'What is small yard, high fence?'])
    for (const w of ['longer','original','原文','source?','context','in Chinese','用英文','more','anyone else?','who disagrees?','全文','上下文','出处','和 Goujon?','what about China?','what about Malaysia?']) {
      const r = await followUp(w, of(ask({ question: q }, context)), context);
      if (r) for (const l of ['en','zh-CN','zh-TW'] as const) { if (r.locale && r.locale !== l) continue; const { lines } = lengthOf(r, l); if (lines > 30) worst.push(`${lines} ${l} ${q} + ${w}`); }
    }
  writeFileSync('/tmp/fu2/worst.txt', worst.join('\n'));
}, 120000);
