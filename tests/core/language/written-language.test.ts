import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unreadLanguageOf } from '../../../src/core/language/written-language.ts';
import { UNREAD_LANGUAGES } from '../../../src/messages/unread-languages.ts';
import { anyText } from '../../fixtures.ts';

/** By language, questions that it would take a reader of the language to answer. */
const FOREIGN = {
  ar: ['ما هي القضايا التي نوقشت؟', 'هل الجسور آمنة'],
  cs: ['Kdo postavil most a kdy?', 'Proč mosty rezaví?'],
  da: ['Hvor længe holder en bro, og hvem siger det?', 'Hvorfor er broen lukket?'],
  de: [
    'Wie lange hält eine Brücke?',
    'wer sprach von brücken',
    'Was meinte Jo zu Rost?',
    'Rostet Stahl nicht?',
  ],
  el: ['Πόσο αντέχει μια γέφυρα;'],
  es: ['¿Se oxida el acero?', 'quien construye puentes', '¿Cuánto dura un puente?', 'Hablaron de madera'],
  fa: ['پل چوبی چقدر عمر می‌کند؟'],
  fi: ['Miksi silta ruostuu?', 'Mitä insinööri sanoi sillasta?'],
  fr: [
    "Combien de temps dure un pont d'acier ?",
    'Que disent les ingénieurs sur le bois ?',
    'Quels ponts rouillent ?',
  ],
  he: ['כמה זמן מחזיק גשר?'],
  hi: ['पुल कितने साल चलता है?'],
  hu: ['Meddig tart egy acélhíd, és miért?', 'Mit mondott a mérnök?'],
  id: ['Berapa lama jembatan baja bertahan?', 'Siapa yang membangun jembatan'],
  it: ["Quanto dura un ponte d'acciaio?", 'Perché il legno è meno caro?', "Che cosa ha detto l'ingegnere?"],
  ja: ['鋼の橋は何年もちますか', '木の橋はどう?', 'なぜ安いの'],
  ko: ['다리는 얼마나 오래 가나요?', 'Jo Lee는 뭐라고 했나요'],
  nb: ['Hva sier ingeniøren om broer?'],
  nl: ['Hoe lang gaat een stalen brug mee?', 'waarom roest staal niet', 'Wat vinden de ingenieurs van hout?'],
  pl: ['Jak długo wytrzyma most?', 'Dlaczego stal rdzewieje', 'Kto zbudował ten most?'],
  pt: [
    'Quanto tempo dura uma ponte?',
    'Por que o aço não enferruja?',
    'O que os engenheiros acham da madeira?',
  ],
  ro: ['Cine a spus ceva despre poduri?'],
  ru: ['Сколько стоит мост?', 'Что Jo Lee сказал о Steel Bridge?'],
  sv: ['Varför rostar bron?', 'Vad säger ingenjören om trä?'],
  th: ['สะพานเหล็กใช้ได้นานเท่าไร'],
  tr: ['Köprü ne kadar dayanır, kim söyledi?', 'Ahşap köprü nasıl?', 'Çelik paslanır mı?'],
  uk: ['Хто збудував міст?', 'Скільки коштує міст і чому?'],
  ur: ['پل کتنے سال چلتا ہے؟'],
  vi: ['Cầu thép dùng được bao lâu?', 'Tại sao gỗ rẻ hơn?'],
};

describe('the language of a question', () => {
  it.each(Object.entries(FOREIGN).flatMap(([tag, asked]) => asked.map((question) => [tag, question])))(
    'is %s: %s',
    (tag, question) => {
      expect(unreadLanguageOf(question)).toBe(tag);
    },
  );

  it.each(Object.keys(FOREIGN))('%s has a text', (tag) => {
    expect(UNREAD_LANGUAGES[tag]).toBeDefined();
  });

  it('is one without a name if its script is not known', () => {
    expect(unreadLanguageOf('ხიდი რამდენ ხანს ძლებს?')).toBe('und');
    expect(UNREAD_LANGUAGES.und).toBeUndefined();
  });

  it.each([
    'How long does a steel bridge last?',
    'was Lee right about the war',
    'Die casting of bridges',
    'So hat trick, or also war?',
    'von Braun and de Gaulle',
    'ludwig van beethoven, charles de gaulle',
    'El Niño',
    'Zürich',
    'São Paulo',
    'Łódź',
    'Champs-Élysées',
    'la jolla, los alamos',
    'de facto ban',
    'vis-à-vis the engineers',
    'raison d’être of bridges',
    'the zeitgeist and the realpolitik of bridges',
    'What does "warum nicht" mean?',
    'Who said “pourquoi pas, mes amis”?',
    'What does мост mean?',
    'Does the Σ of α and β matter?',
    'What is 橋 in カタカナ?',
    'MIT',
    'SAP und IBM',
    'café résumé façade',
    'qiao liang you duo chang',
    '桥能用多久?',
    '橋の寿命',
    '钢桥和Brücke有什么区别',
    '《となりのトトロ》是谁拍的?',
    '初音ミク的歌',
    '「что делать」是谁说的',
    'µm, Ω and H₂O',
    '5 km',
    '?!',
    '',
  ])('is read, or nobody knows: %j', (question) => {
    expect(unreadLanguageOf(question)).toBeNull();
  });

  it('is none of ours in any text, and never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(['en', 'zh']).not.toContain(unreadLanguageOf(text));
        expect(unreadLanguageOf(`What does ${text} mean, and who said so?`)).toBeNull();
      }),
    );
  });
});
