import { it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { comparisonSteps } from '../../commands/compare.ts';
import { followUp } from '../../commands/follow-up.ts';
import { atOnce } from '../at-once.ts';
import { contextOf, corpus } from '../fixtures.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import type { Reply } from '../../src/reply/reply.ts';
const context = contextOf(await corpus());
const earlierOf = (reply: Reply) => ({ question: reply.question ?? null, buttons: reply.actions ?? [] });
void comparisonSteps; void atOnce;
const CHAINS = [
  ['What did Estevez say about unilateral action?', 'and Miller?', 'and Goujon?', 'who disagrees?', 'anyone else?', 'what about Malaysia?'],
  ['Do export controls work?', 'Miller?', 'and Huawei?', 'source?', 'longer'],
  ['export controls', 'what about Malaysia?', 'and Nazak?', '还有谁?'],
  ['埃斯特维兹怎么看单边行动?', '那米勒呢?', '那马来西亚呢?', '谁不同意?'],
  ['米勒說盟友私下是怎麼想的?', '埃斯特維茲呢?', '原文?', '用英文'],
  ['What is wrong with "small yard, high fence"?', 'what about Estevez', 'context', 'in Chinese', 'original', 'more'],
  ['Who is Estevez?', 'and Miller?', 'anyone else?'],
  ['Why does Miller think allies prefer unilateral action?', 'and Estevez?', 'and Kissinger?'],
  ['中国什么时候会成为AI硬件出口国?', '米勒怎么看?', '还有吗'],
  ['What did Estevez say?', 'and Miller?', 'what about chips'],
];
it('probe', async () => {
  for (const chain of CHAINS) {
    let earlier: ReturnType<typeof earlierOf> | null = null;
    for (const words of chain) {
      const reply: Reply | null = earlier ? await followUp(words, earlier, context) : ask({ question: words }, context);
      console.log(`\n##### ${words} → ${reply ? `[${reply.outcome}] ${reply.question} (${reply.locale ?? '-'}) buttons ${reply.actions?.map(({ name }) => name)}` : 'null'}`);
      if (reply) {
        console.log(renderTerminal(reply, { locale: reply.locale ?? 'en', colour: false }).text?.slice?.(0, 420) ?? JSON.stringify(renderTerminal(reply, { locale: reply.locale ?? 'en', colour: false })).slice(0, 500));
        earlier = earlierOf(reply);
      }
    }
  }
});
