// Where the parts of a stack stand: hats in the middle, what lets them climb at the left, what they may do at the right.
import { wrapText } from '../draw/wrap-text';
import type { Deed, StackHat, StackPlan } from './stack-plan';

export const WIDTH = 1400;
export const LEFT = { x: 24, width: 364, pad: 16 } as const;
export const MIDDLE = 590;
export const RIGHT = { x: 836, width: 396 } as const;
/** The first of the lines that go down to stores and keys, and how far apart they are. */
export const LANES = { x: 1264, pitch: 36 } as const;
export const LINE = 18;
export const PROSE = { font: 'sans', size: 12.5, weight: 400 } as const;
/** Between a hat that cannot be put on and what it would stand on. */
export const GAP = 36;

export interface DeedLines {
  readonly deed: Deed;
  readonly lines: readonly string[];
  readonly why: readonly string[];
}

export interface Level {
  readonly hat: StackHat;
  readonly top: number;
  readonly bottom: number;
  /** Top of the crown, and where it meets the brim. */
  readonly crown: number;
  readonly brim: number;
  readonly says: readonly { readonly state: Deed['state']; readonly lines: readonly string[] }[];
  readonly wide: readonly string[];
  readonly deeds: readonly DeedLines[];
  readonly guests: readonly {
    readonly head: string;
    readonly top: number;
    readonly deeds: readonly DeedLines[];
  }[];
}

export interface Places {
  readonly answer: readonly string[];
  readonly changes: readonly (readonly string[])[];
  /** From the top down. */
  readonly levels: readonly Level[];
  /** The ground, on which whoever wears the hats stands. */
  readonly ground: number;
  readonly head: number;
  readonly before: readonly DeedLines[];
  readonly flag: { readonly y: number; readonly pole: number };
  readonly height: number;
}

const ANSWER = { font: 'sans', size: 15, weight: 400 } as const;
const MOST_CHANGES = 3;
/** Where the first line of what a hat may do stands, below its floor; and the room of a head over what others do. */
export const DEEDS_TOP = 40;
const GUEST_HEAD = 28;

/** The places for a plan; `reached` is how many stores and keys stand on the ground. Never throws. */
export function placeStack(plan: StackPlan, answer: string, reached: number): Places {
  const answerLines = wrapText(answer, WIDTH - 2 * LEFT.x, ANSWER);
  const changes = plan.trail.changes
    .slice(0, MOST_CHANGES)
    .map(({ account, sentence }) =>
      wrapText(`${account}: ${sentence.map(({ text }) => text).join('')}`, LEFT.width - 2 * LEFT.pad, PROSE),
    );
  const changeRows = changes.reduce((sum, lines) => sum + lines.length, 0);
  const head = 24 + answerLines.length * 21;
  const left = changeRows === 0 ? 0 : 52 + changeRows * LINE + changes.length * 6;
  let y = head + Math.max(left + 24, plan.hats.length === 0 ? 180 : 210);
  const levels = [...plan.hats].reverse().map((hat): Level => {
    const level = wordsOf(plan, hat);
    const card = 34 + rowsOf(level.says.map((one) => one.lines)) + level.wide.length * LINE + 30;
    const top = y;
    let list = DEEDS_TOP + Math.max(LINE, rowsOf(level.deeds.flatMap((one) => [one.lines, one.why])));
    const guests = level.guests.map((guest) => {
      const from = top + list + GUEST_HEAD;
      list += GUEST_HEAD + rowsOf(guest.deeds.flatMap((one) => [one.lines, one.why]));
      return { ...guest, top: from };
    });
    y += Math.max(card + 36, list + 26, 190);
    return { hat, ...level, guests, top, bottom: y, crown: top - 27, brim: y - 74 };
  });
  // A hat that cannot be put on hangs in the air: what is below it moves down.
  const dropped = levels.map((level, index) => ({
    ...level,
    crown: level.crown + (index > 0 && levels[index - 1]?.hat.climb.state === 'broken' ? GAP : 0),
  }));
  const isLoose = plan.hats[0]?.climb.state === 'broken';
  const before = plan.before.map((deed) => deedLines(deed, LEFT.width - 24));
  const ground = y;
  const foot = reached === 0 ? 130 : 108 + reached * 10 + 88;
  return {
    answer: answerLines,
    changes,
    levels: dropped,
    ground,
    head: ground - 20 + (isLoose ? GAP : 0),
    before,
    flag: { y: (dropped[0]?.crown ?? ground - 70) - 130, pole: (dropped[0]?.crown ?? ground - 70) + 9 },
    height: ground + Math.max(foot, isLoose ? 145 : 110, 64 + rowsOf(before.map((one) => one.lines))) + 12,
  };
}

interface LevelWords extends Pick<Level, 'says' | 'wide' | 'deeds'> {
  readonly guests: readonly Omit<Level['guests'][number], 'top'>[];
}

function wordsOf(plan: StackPlan, hat: StackHat): LevelWords {
  const room = LEFT.width - 2 * LEFT.pad - 22;
  const mark = plan.trail.marks.find(({ sentence }) =>
    sentence.some(({ text }) => text.endsWith(`/${hat.node.name}`)),
  );
  const wide = mark === undefined ? '' : mark.sentence.map(({ text }) => text).join('');
  return {
    says: hat.says.map(({ state, text }) => ({ state, lines: wrapText(text, room, PROSE) })),
    wide: hat.overBroad && wide !== '' ? wrapText(wide, room, PROSE) : [],
    deeds: hat.deeds.map((deed) => deedLines(deed, RIGHT.width - 46)),
    guests: hat.guests.map(({ head, deeds }) => ({
      head,
      deeds: deeds.map((deed) => deedLines(deed, RIGHT.width - 46)),
    })),
  };
}

function deedLines(deed: Deed, room: number): DeedLines {
  const weight = deed.state === 'works' ? 400 : 600;
  return {
    deed,
    lines: wrapText(deed.text, room, { ...PROSE, weight }, 2),
    why: deed.why === '' ? [] : wrapText(deed.why, room, { ...PROSE, size: 11.5 }, 3),
  };
}

function rowsOf(lists: readonly (readonly string[])[]): number {
  return lists.reduce((sum, lines) => sum + lines.length, 0) * LINE;
}
