import { describe, expect, it } from 'vitest';
import { correctionAction } from '../../commands/buttons/correction.ts';
import { LOCALES } from '../../src/core/language/locale.ts';
import { revisionOf } from '../../src/core/passages/correction.ts';
import { writeReferences } from '../../src/core/passages/references.ts';
import { renderForm } from '../../src/render/form.ts';
import type { Form } from '../../src/reply/reply.ts';
import { FIELD_HINT, FIELD_LABEL, FIELD_TEXT, FORM_FIELDS, FORM_TITLE } from '../discord/limits.ts';
import { bridges, VERSIONS } from '../fixtures.ts';

/** The form as its button opens it. */
async function correctionForm(): Promise<Form> {
  const { library, commands } = bridges();
  const [passage] = library.passages.values();
  if (!passage) throw new Error('There is no passage.');
  const args = [writeReferences([{ passage, sentence: 0 }]), revisionOf(passage.transcript)];
  const corrections = { add: async () => true, isTaken: async () => false, now: () => new Date(0) };
  const opened = await correctionAction.run(
    args,
    { library, commands, corrections, versions: VERSIONS },
    { id: '1', name: 'Ada', request: '2' },
  );
  if (!('fields' in opened)) throw new Error('No form was opened.');
  return opened;
}

describe('a form', () => {
  it.each(LOCALES)("is inside Discord's limits in %s", async (locale) => {
    const { title, components } = renderForm(await correctionForm(), { id: 'x', locale });
    expect(title.length).toBeLessThanOrEqual(FORM_TITLE);
    expect(components.length).toBeLessThanOrEqual(FORM_FIELDS);
    for (const { label, description, component } of components) {
      expect(label.length).toBeLessThanOrEqual(FIELD_LABEL);
      expect(description.length).toBeLessThanOrEqual(FIELD_HINT);
      expect(component.max_length).toBeLessThanOrEqual(FIELD_TEXT);
    }
  });
});
