import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReferences } from '../../src/core/passages/references.ts';
import { customId, formId, readCustomId, readFormId } from '../../src/render/custom-id.ts';
import { CUSTOM_ID } from '../../src/render/limits.ts';
import { anyText, bridges } from '../fixtures.ts';

const OWNER = '123456789012345678';
const name = fc.stringMatching(/^[a-z]{1,12}$/);
const args = fc.array(fc.stringMatching(/^[\w.~-]{0,10}$/), { maxLength: 4 });

describe('a custom id', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(name, args, (name, args) => {
        expect(readCustomId(customId({ name, args }, OWNER))).toEqual({ name, ownerId: OWNER, args });
      }),
    );
  });

  it('of a form names the press that opened it, with the longest ids', () => {
    const ownerId = '1'.repeat(20);
    const press = '2'.repeat(20);
    const pressed = { name: 'correct', ownerId, args: ['AAAA0', '0123456789abcdef'] };
    const id = formId(pressed, { ownerId, press });
    expect(id.length).toBeLessThanOrEqual(CUSTOM_ID);
    expect(readFormId(id)).toEqual({ ...pressed, press });
    expect(readFormId(customId(pressed, ownerId))).toEqual({ ...pressed, press: null });
  });

  it('is refused if it would be too long or could not be read again', () => {
    fc.assert(
      fc.property(name, fc.array(anyText), (name, args) => {
        let id: string;
        try {
          id = customId({ name, args }, OWNER);
        } catch (error) {
          return void expect(error).toBeInstanceOf(RangeError);
        }
        expect(id.length).toBeLessThanOrEqual(CUSTOM_ID);
        expect(readCustomId(id)).toEqual({ name, ownerId: OWNER, args });
      }),
    );
  });

  it('that somebody made up is read without an error, or is not ours', () => {
    const parts = fc.array(fc.oneof(anyText, name, fc.constantFrom('1', OWNER, 'context', 'remove', '')));
    const forged = fc.oneof(
      anyText,
      parts.map((all) => all.join(':')),
    );
    fc.assert(
      fc.property(forged, (id) => {
        const pressed = readCustomId(id);
        if (pressed) expect(customId(pressed, pressed.ownerId)).toBe(id);
      }),
    );
  });

  it('of 10 MB is not even taken apart', () => {
    expect(readCustomId(`context:1:${OWNER}${':a'.repeat(5_000_000)}`)).toBeNull();
  });

  it('with references that somebody made up leads to passages that exist, or to none', () => {
    const { library } = bridges();
    const written = fc.oneof(anyText, fc.stringMatching(/^([\w-]{4}[0-9a-z-]){0,12}$/));
    fc.assert(
      fc.property(written, (references) => {
        for (const { passage, sentence } of readReferences(references, library) ?? []) {
          expect(library.passages.get(passage.id)).toBe(passage);
          if (sentence !== null) expect(passage.sentences[sentence]).toBeDefined();
        }
      }),
    );
  });
});
