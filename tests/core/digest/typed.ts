import fc from 'fast-check';
import { anyText } from '../../fixtures.ts';

/** Text that is made of the pieces of times, days and zones. */
const pieces = fc
  .array(
    fc.constantFrom(
      ...['0', '1', '9', '12', '24', '30', ':', '.', 'h', ' ', 'am', 'pm', "o'clock", 'Uhr', '９', '：'],
      ...[
        '上午',
        '下午',
        '晚上',
        '中午',
        '凌晨',
        '夜里',
        '点',
        '時',
        '半',
        '一',
        '十',
        '两',
        '零',
        '刻',
        '分',
      ],
      ...[
        'mon',
        'Tues',
        'day',
        'days',
        'sun',
        'every',
        '-',
        'to',
        'and',
        ',',
        '周',
        '星期',
        '天',
        '日',
        '至',
      ],
      ...['Asia', 'Europe', '/', '_', 'Berlin', 'Etc', 'GMT', '+8', 'UTC'],
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
/** Any text, and text made of the pieces of times, days and zones. */
export const typed = fc.oneof(anyText, pieces);
