import type { LabelLayout } from '../format.ts';
import { bracketed, bracketedTime, nameInBrackets } from './bracketed.ts';
import { changeMark, dialogueDash } from './change-mark.ts';
import { columns } from './columns.ts';
import { court } from './court.ts';
import { fathom } from './fathom.ts';
import { irc } from './irc.ts';
import { nameColon } from './name-colon.ts';
import { boldName, nameLine } from './name-line.ts';
import { otter } from './otter.ts';
import { rev, timeInside } from './rev.ts';
import { teams } from './teams.ts';
import { timedColon } from './timed-colon.ts';
import { zoomChat } from './zoom-chat.ts';

/** Every way in which labels are printed. Of two that explain a file equally well, the one that stands first is taken. */
export const LAYOUTS: readonly LabelLayout[] = [
  zoomChat,
  irc,
  bracketedTime,
  teams,
  rev,
  timedColon,
  otter,
  fathom,
  court,
  nameColon,
  columns,
  timeInside,
  bracketed,
  nameInBrackets,
  boldName,
  nameLine,
  changeMark,
  dialogueDash,
];
