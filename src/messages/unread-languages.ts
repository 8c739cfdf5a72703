/**
 * What somebody is told who asks in a language that Rostrum does not read, in that language: that it reads only English
 * and Chinese, and that the question should be asked in one of them. By the tags that `unreadLanguageOf` returns.
 */
export const UNREAD_LANGUAGES: Readonly<Record<string, string>> = {
  ar: 'لا أقرأ إلا الإنجليزية والصينية، فمن فضلك اطرح سؤالك بإحداهما.',
  cs: 'Čtu jen anglicky a čínsky. Zeptejte se prosím v jednom z těchto jazyků.',
  da: 'Jeg læser kun engelsk og kinesisk. Stil venligst spørgsmålet på et af de sprog.',
  de: 'Ich lese nur Englisch und Chinesisch. Bitte stelle die Frage in einer dieser Sprachen.',
  el: 'Διαβάζω μόνο αγγλικά και κινεζικά. Ρωτήστε, παρακαλώ, σε μία από αυτές τις γλώσσες.',
  es: 'Solo leo inglés y chino. Por favor, pregunta en uno de esos idiomas.',
  fa: 'من فقط انگلیسی و چینی می‌خوانم. لطفاً به یکی از این دو زبان بپرسید.',
  fi: 'Luen vain englantia ja kiinaa. Kysy jommallakummalla näistä kielistä.',
  fr: 'Je ne lis que l’anglais et le chinois. Merci de poser la question dans l’une de ces langues.',
  he: 'אני קורא רק אנגלית וסינית. נא לשאול באחת מהן.',
  hi: 'मैं सिर्फ़ अंग्रेज़ी और चीनी पढ़ता हूँ। कृपया इनमें से किसी एक भाषा में पूछें।',
  hu: 'Csak angolul és kínaiul olvasok. Kérlek, ezek egyikén kérdezz.',
  id: 'Saya hanya membaca bahasa Inggris dan Mandarin. Silakan bertanya dalam salah satu bahasa itu.',
  it: 'Leggo solo l’inglese e il cinese. Per favore, fai la domanda in una di queste lingue.',
  ja: '英語と中国語しか読めません。どちらかの言語で質問してください。',
  ko: '영어와 중국어만 읽을 수 있습니다. 둘 중 하나로 질문해 주세요.',
  nb: 'Jeg leser bare engelsk og kinesisk. Still spørsmålet på et av disse språkene.',
  nl: 'Ik lees alleen Engels en Chinees. Stel de vraag in een van die talen.',
  pl: 'Czytam tylko po angielsku i po chińsku. Zadaj pytanie w jednym z tych języków.',
  pt: 'Só leio inglês e chinês. Por favor, pergunte em uma dessas línguas.',
  ro: 'Citesc doar în engleză și chineză. Te rog să întrebi într-una dintre aceste limbi.',
  ru: 'Я читаю только по-английски и по-китайски. Задайте, пожалуйста, вопрос на одном из этих языков.',
  sv: 'Jag läser bara engelska och kinesiska. Ställ frågan på något av de språken.',
  th: 'ฉันอ่านได้เฉพาะภาษาอังกฤษและภาษาจีน กรุณาถามเป็นภาษาใดภาษาหนึ่งในสองภาษานี้',
  tr: 'Yalnızca İngilizce ve Çince okuyabiliyorum. Lütfen bu dillerden birinde sorun.',
  uk: 'Я читаю лише англійською та китайською. Поставте, будь ласка, запитання однією з цих мов.',
  ur: 'میں صرف انگریزی اور چینی پڑھتا ہوں۔ براہِ کرم ان میں سے کسی ایک زبان میں پوچھیں۔',
  vi: 'Tôi chỉ đọc được tiếng Anh và tiếng Trung. Vui lòng hỏi bằng một trong hai ngôn ngữ đó.',
};
