import { expect, it } from 'vitest';
import { gramsOf, tokenise } from '../src/core/indexing/term-text.ts';

it('a run of a million characters is read to its end', () => {
  expect(gramsOf(tokenise('桥'.repeat(1_000_000)).termText).singles).toHaveLength(1_000_000);
});
