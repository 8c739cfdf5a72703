import { normalise } from '../language/text.ts';
import { nameParts } from './speakers.ts';

/** Words in labels that look like names of several words, and say what somebody does. */
const NO_NAMES = new Set(
  `the an and of from chair chairman chairwoman chairperson vice deputy madam president senator representative congressman
  congresswoman secretary director minister ambassador judge justice court clerk counsel attorney mayor governor officer
  moderator host cohost interviewer interviewee narrator presenter panelist panellist facilitator organiser organizer
  operator speaker voice caller audience member participant guest user admin reporter journalist question answer unknown
  unidentified anonymous zoom phone room staff team support iphone ipad android laptop meeting`.split(/\s+/),
);

/** The commonest Chinese surnames, which more than nine of ten people have, and those of two characters. */
const SURNAME =
  /^(?:欧阳|司马|上官|诸葛|司徒|东方|夏侯|皇甫|尉迟|公孙|令狐|慕容|端木|宇文|长孙|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房]).{1,2}$/u;
/** What is put after a surname or before it in the place of the rest. */
const APPELLATION =
  /^[小老阿]|(?:先生|女士|小姐|教授|博士|老师|院士|律师|医生|主任|经理|书记|同学|师傅|[总工董局处行部校院哥姐叔姨爷导])$/u;

/**
 * Whether a name tells a person apart, so that whoever has it in two seminars is the same unless something contradicts:
 * two words or more that are neither titles nor initials ("Ann Lee"), or a Chinese name with its surname (李小乔). A first
 * name, "Mr Lee", 王总 and "Speaker 1" may be anybody.
 */
export function isFullName(name: string): boolean {
  const parts = nameParts(name);
  if (parts.some((part) => /\p{N}/u.test(part) || NO_NAMES.has(part))) return false;
  if (parts.length > 1) return parts.filter((part) => part.length > 1).length > 1;
  const whole = normalise(name).replace(/\s/gu, '');
  return SURNAME.test(whole) && /^\p{Script=Han}+$/u.test(whole) && !APPELLATION.test(whole);
}
