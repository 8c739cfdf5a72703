import { assemblyAi } from './assemblyai.ts';
import { aws } from './aws.ts';
import { azure } from './azure.ts';
import { deepgram } from './deepgram.ts';
import { fasterWhisper } from './faster-whisper.ts';
import { google } from './google.ts';
import { kaldi, vosk } from './kaldi.ts';
import type { JsonKind } from './kind.ts';
import { listed } from './listed.ts';
import { openAiDiarized, openAiVerbose, plainText } from './openai.ts';
import { autoEdit, oldSpeechmatics, tingwu } from './paragraphs.ts';
import { rev } from './rev.ts';
import { speechmatics } from './speechmatics.ts';
import { watson } from './watson.ts';
import { whisper, whisperTimestamped } from './whisper.ts';
import { whisperCpp } from './whisper-cpp.ts';
import { whisperX } from './whisperx.ts';
import { wordList } from './words.ts';
import { youtube } from './youtube.ts';

/** The kinds of JSON that are read. The first that takes a value reads it: what is more exact stands before what is less. */
export const JSON_KINDS: readonly JsonKind[] = [
  whisperCpp,
  openAiDiarized,
  openAiVerbose,
  whisperTimestamped,
  fasterWhisper,
  whisperX,
  whisper,
  deepgram,
  aws,
  rev,
  speechmatics,
  oldSpeechmatics,
  watson,
  google,
  azure,
  kaldi,
  vosk,
  youtube,
  autoEdit,
  tingwu,
  assemblyAi,
  wordList,
  listed,
  plainText,
];
