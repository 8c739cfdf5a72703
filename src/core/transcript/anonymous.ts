import { type Localised, localised } from '../language/locale.ts';
import type { Speaker } from './transcript.ts';

/** Whether a speaker is somebody, and not only a label of the source that nobody is called by. */
export function isPerson({ anonymous }: Pick<Speaker, 'anonymous'>): boolean {
  return anonymous === null;
}

/** Whether several people may be behind one label, so that nothing can be said of them as of one. */
export function mayBeSeveral({ anonymous }: Pick<Speaker, 'anonymous'>): boolean {
  return anonymous === 'reporter' || anonymous === 'unnamed';
}

/** What is shown of everybody who has a label, but for voices, which their labels tell apart. */
const SHOWN: Readonly<Record<'asker' | 'reporter' | 'respondent' | 'unnamed', Localised>> = {
  reporter: { en: 'a reporter', 'zh-CN': '一位记者', 'zh-TW': '一位記者' },
  asker: { en: 'someone asking', 'zh-CN': '一位提问者', 'zh-TW': '一位提問者' },
  respondent: { en: 'the person answering', 'zh-CN': '回答者', 'zh-TW': '回答者' },
  unnamed: {
    en: 'speaker not named in the source',
    'zh-CN': '原文未注明发言人',
    'zh-TW': '原文未註明講者',
  },
};

/** Labels that say that reporters ask; `Q` may be anybody in the audience. */
const CALLS_A_REPORTER = /reporter|journalist|press|media|[记記]者|媒[体體]/iu;
/** How labels call a voice: Speaker 1, speaker_01, spk_0, 说话人1, 發言者 2. */
const CALLS_A_VOICE = /^(?:speaker|spkr?|voice|(?:说话|說話|发言|發言|讲话|講話)[人者]|讲者|講者)[\s_#-]*/iu;
/** A label that a program made for itself. No reader needs all of it. */
const LONG_LABEL = /^\{?([0-9a-f]{8})-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?(?:@[0-9a-f-]{32,36})?$/iu;

/** Who asks, before "asked": somebody of whom nothing else is known is not "someone asking" there; null for all others. */
export function askerName(speaker: Pick<Speaker, 'name' | 'anonymous'>): Localised | null {
  return anonymousName(speaker) === SHOWN.asker ? { en: 'Someone', 'zh-CN': '有人', 'zh-TW': '有人' } : null;
}

/** What a reader is shown in the place of a name; null for somebody who has one. */
export function anonymousName({ name, anonymous }: Pick<Speaker, 'name' | 'anonymous'>): Localised | null {
  if (anonymous === null) return null;
  if (anonymous === 'reporter' && !CALLS_A_REPORTER.test(name)) return SHOWN.asker;
  if (anonymous !== 'voice') return SHOWN[anonymous];
  const number = labelKey(name);
  return localised((locale) => {
    if (locale === 'en') return `Speaker ${number} in the recording`;
    return locale === 'zh-CN' ? `录音中的发言人 ${number}` : `錄音中的講者 ${number}`;
  });
}

/** What tells a voice from others in its label: `1` of "Speaker 1", `01` of SPEAKER_01, the start of a long identifier. */
export function labelKey(name: string): string {
  const label = (LONG_LABEL.exec(name)?.[1] ?? name).replace(CALLS_A_VOICE, '');
  return label === '' ? name : label;
}
