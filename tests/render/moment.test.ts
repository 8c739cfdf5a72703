import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { LOCALES, type Locale } from '../../src/core/language/locale.ts';
import { libraryOf } from '../../src/core/library.ts';
import { renderMessage } from '../../src/render/discord.ts';
import { excerptJson } from '../../src/render/json.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { excerptsOf } from '../../src/reply/reply.ts';
import { everyComponent } from '../discord/components.ts';
import { contextOf } from '../fixtures.ts';
import { recordedSeminar } from '../recorded-seminar.ts';

const QUESTION = 'Where does water come in?';
const replyFrom = (seminar: Parameters<typeof recordedSeminar>[0] = {}) =>
  ask({ question: QUESTION }, contextOf(libraryOf([recordedSeminar(seminar)])));

function inDiscord(seminar: Parameters<typeof recordedSeminar>[0] = {}, locale: Locale = 'en'): string {
  const { components } = renderMessage(replyFrom(seminar), { locale, ownerId: '1', isPublic: false });
  return everyComponent(components)
    .map(({ component }) => component.content ?? '')
    .join('\n');
}

const inTerminal = (seminar: Parameters<typeof recordedSeminar>[0] = {}) =>
  renderTerminal(replyFrom(seminar), { locale: 'en', colour: false });

describe('the moment of an excerpt', () => {
  it.each(LOCALES)('is a link without a preview in Discord, in %s', (locale) => {
    expect(inDiscord({}, locale)).toContain('2024-06-02');
    expect(inDiscord({}, locale)).toContain('[1:10](<https://youtu.be/abc?t=70>)');
  });

  it('is an address after the time in the terminal', () => {
    expect(inTerminal()).toContain('An evening on tunnels, 2024-06-02, 1:10 https://youtu.be/abc?t=70');
  });

  it('is the time alone without a recording', () => {
    expect(inTerminal({ recording: null })).toMatch(/An evening on tunnels, 2024-06-02, 1:10$/m);
    expect(inDiscord({ recording: null })).toMatch(/^-# An evening on tunnels, 2024-06-02, 1:10$/m);
  });

  it('is the place without a time', () => {
    for (const unit of ['line', 'paragraph', 'part'] as const) {
      expect(inTerminal({ timed: false, unit })).toMatch(new RegExp(`, ${unit} 10 of the source$`, 'm'));
      expect(inDiscord({ timed: false, unit })).not.toContain('](');
    }
  });

  it('cannot end its link', () => {
    const recording = "https://example.org/a)b|c*d`e'f(g.mp4";
    expect(inDiscord({ recording: `"${recording}"` })).toContain(
      '[1:10](<https://example.org/a%29b%7Cc%2Ad%60e%27f%28g.mp4#t=70>)',
    );
  });

  it('is there for programs, with the place and what it counts', () => {
    const [excerpt] = excerptsOf(replyFrom());
    expect(excerpt && excerptJson(excerpt, 'en').source).toEqual({
      title: 'An evening on tunnels',
      date: '2024-06-02',
      line: 10,
      place: 10,
      unit: 'line',
      time: 70.8,
      link: 'https://youtu.be/abc?t=70',
    });
  });
});
