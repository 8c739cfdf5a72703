import { hasWords, simplifiedCharacters } from '../core/language/text.ts';

/** What people say to each other under an answer, and the small words between; the longer of two that begin alike first. */
const ENGLISH =
  `a absolutely ah agree agreed aha amazing and awesome at bro but cool correct damn definitely dude enough exactly
  excellent fair fine fun funny good great guys ha haha hahaha he heh hehe hm hmm i indeed interesting is it lmao lol love makes man me
  more my nah neat nice no nope oh ok okay omg one point precisely quite really right rofl same sense she so sure that's that the
  they this too totally true very well what with wow yay yeah yep yes you yup`.split(/\s+/);
const CHINESE =
  `好的呢 好的 好吧 好家伙 好棒 好 嗯嗯 嗯 哦 噢 啊 呀 呢 吧 了 哈 呵 嘿 嘻 哇 对的 对对 对 是的 是啊 是 没错 不错 不是 确实 的确 当然 同意 赞同 赞成 赞 支持
  有道理 有意思 说得 讲得 说的 讲的 真的 真 太 很 棒 厉害 牛 我 也 都 这个 这 那 觉得 认为 知道 明白 懂 收到 可以 行 笑死 原来如此 难怪 精彩 有趣`.split(
    /\s+/,
  );
const TALK = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${ENGLISH.join('|')})(?![\\p{L}\\p{N}])|${CHINESE.join('|')}`,
  'giu',
);

/** Whether words only say what somebody thinks of an answer, or that they have read it: "haha yes exactly", 好的. */
export function isSmallTalk(words: string): boolean {
  const plain = simplifiedCharacters(words).replaceAll('\u2019', "'");
  return !hasWords(plain.replace(TALK, ' '));
}
