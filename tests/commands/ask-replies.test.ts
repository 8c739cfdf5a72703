import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { answerActions } from '../../commands/buttons/answer.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { bridges } from '../fixtures.ts';

const ADA = { id: '1', name: 'Ada', request: '2' };

const questionsIn = ({ blocks }: Reply) =>
  blocks.flatMap((block) => (block.kind === 'excerpt' ? [block.question?.passage.segment.id] : []));

describe('an answer that would not be understood alone', () => {
  const context = bridges();
  const answer = ask({ question: '木桥便宜', private: true }, context);

  it('has what was asked above it, and by whom', () => {
    expect(questionsIn(answer)[0]).toBe('p5');
    const text = renderTerminal(answer, { locale: 'en', colour: false });
    expect(text).toContain(
      'Asked by Max Roy (line 5):\n   我想请问Ida Moe,木桥呢?\nlikely Ida Moe, line 6\n',
    );
  });

  it('has it on a page and when it is shared as well', async () => {
    const share = answer.actions?.find(({ name }) => name === 'share');
    const shared = await answerActions.share?.run(share?.args ?? [], context, ADA);
    expect(shared && 'blocks' in shared && questionsIn(shared)).toEqual(questionsIn(answer));
    const carried = share?.args[0] ?? '';
    const page = await answerActions.more?.run(['0', carried], context, ADA);
    expect(page && 'blocks' in page && questionsIn(page)[0]).toBe('p5');
  });
});
