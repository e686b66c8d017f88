// The table twin: which rows, in which order, and as a file.
import { describe, expect, it } from 'vitest';
import { hopCsv } from './hop-csv';
import { shownHops } from './hop-order';
import type { HopRow } from './hop-rows';

const row = (number: number, state: HopRow['state'], text: string, overBroad = false): HopRow => ({
  id: `a ${number}`,
  action: 'Prod/Deploy',
  number,
  sentence: [{ text }],
  state,
  overBroad,
  accounts: number === 2 ? ['prod', 'tools'] : ['tools'],
});
const ROWS = [
  row(1, 'works', 'Puts on deploy', true),
  row(2, 'broken', 'Decrypts with "key", in tools'),
  row(3, 'works', '=Reads'),
];
const ALL = { filter: 'any', find: '', hide: '', sort: 'action', down: false } as const;
const numbers = (change: Partial<Parameters<typeof shownHops>[1]>) =>
  shownHops(ROWS, { ...ALL, ...change }).map((one) => one.number);

describe('the rows', () => {
  it.each([
    ['in order of stages and hops', {}, [1, 2, 3]],
    ['turned round', { down: true }, [3, 2, 1]],
    ['worst first', { sort: 'state' }, [2, 1, 3]],
    ['over-broad first', { sort: 'mark' }, [1, 2, 3]],
    ['two accounts first', { sort: 'decides' }, [2, 1, 3]],
    ['of one verdict', { filter: 'works' }, [1, 3]],
    ['found by a verdict', { find: 'broken' }, [2]],
    ['found by a word', { find: 'reads' }, [3]],
    ['without what works', { hide: 'what works' }, [2]],
  ] as const)('%s', (_, change, expected) => {
    expect(numbers(change)).toEqual(expected);
  });
});

it('is a file that a spreadsheet reads and does not run', () => {
  expect(hopCsv(ROWS).split('\r\n')).toEqual([
    'Action,Hop,State,What it does,Mark,Who decides',
    'Prod/Deploy,1,works,Puts on deploy,over-broad,tools',
    'Prod/Deploy,2,broken,"Decrypts with ""key"", in tools",,prod and tools',
    "Prod/Deploy,3,works,'=Reads,,tools",
    '',
  ]);
});
