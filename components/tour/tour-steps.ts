// The tour of the example: what is pointed at, on which page, and what is said of it.
import { parseAsInteger } from 'nuqs/server';

/** The step of the tour in the address, from 1; none: no tour. */
export const TOUR_PARAM = 'tour';
export const tourParser = parseAsInteger;

/** The broken action that the tour walks to. */
export interface TourGoal {
  /** `account.region.name`. */
  readonly pipeline: string;
  /** `stage/action`. */
  readonly action: string;
}

export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** Which element is pointed at, by its `data-tour`. */
  readonly target: string;
  readonly page: 'overview' | 'pipeline' | 'action' | 'stack';
}

export const TOUR_STEPS: readonly TourStep[] = [
  {
    title: 'Who reaches whom',
    text: 'Pipelines live in the account in the middle and reach into the others. A wide line carries many pipelines; a line with a gap and a cross is broken; a yellow band is wider than anybody needs.',
    target: 'map',
    page: 'overview',
  },
  {
    title: 'A pipeline that cannot deploy',
    text: 'Stages run from left to right, a box is an account, a lane is a region, and a hat is an IAM role. What works is quiet. Look for the line that is interrupted.',
    target: 'graph',
    page: 'pipeline',
  },
  {
    title: 'One action, one sentence',
    text: 'Choosing an action answers first: whose role cannot do what, and which policy in which account says so. The strip below says which of its roles, or which bucket or key, is at fault.',
    target: 'answer',
    page: 'action',
  },
  {
    title: 'The hop that fails',
    text: 'All that must work for this action, in order. The ring is where IAM decides: closed where one account decides alone, in two halves where two accounts must both say yes. Here one half does not.',
    target: 'hop',
    page: 'action',
  },
  {
    title: 'The statement that decides',
    text: 'The policy itself, with its real line numbers, and what failed in it underlined. A near miss says which statement would have matched but for one thing.',
    target: 'statement',
    page: 'action',
  },
  {
    title: 'The stack of hats',
    text: 'The same action as a climb: each role stands on the one that may put it on. At the left what lets it climb, at the right what it may do from there.',
    target: 'still',
    page: 'stack',
  },
  {
    title: 'Take it along',
    text: 'Every drawing can be exported as it stands, in the words and marks of the screen. That is all: import a snapshot of your own, or scan your accounts.',
    target: 'export',
    page: 'stack',
  },
];
