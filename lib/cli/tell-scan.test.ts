import { expect, test } from 'vitest';
import type { ScanEvent } from '@/lib/scan/progress';
import { ScanProgress } from '@/lib/scan/progress-state';
import { duration } from '@/lib/scan/scan-lines';
import type { Io } from './command';
import { barText } from './progress-bar';
import { scanTeller } from './tell-scan';

const HERE = { service: 'kms', account: '111111111111', region: 'eu-west-1' } as const;
const EVENTS: readonly ScanEvent[] = [
  { kind: 'started', caller: 'arn:aws:iam::111111111111:user/u', accounts: 2, regions: null },
  { kind: 'account-skipped', account: '222222222222', why: 'suspended' },
  {
    kind: 'planned',
    units: 20,
    done: 0,
    places: [{ account: '111111111111', region: 'eu-west-1', units: 20, done: 0, gaps: 0 }],
  },
  { kind: 'phase-started', phase: 1, units: 20 },
  ...Array.from({ length: 20 }, (_, at): ScanEvent[] => [
    { kind: 'unit-started', ...HERE },
    { kind: 'calls', calls: (at + 1) * 50, throttles: at, open: 2, waiting: 1, elapsedMs: (at + 1) * 1000 },
    { kind: 'unit-done', ...HERE, facts: 1, gaps: 0, done: at + 1, units: 20 },
  ]).flat(),
];

function told(more: Partial<Io>) {
  const [lines, drawn, events]: [string[], string[], object[]] = [[], [], []];
  const io: Io = { out: () => {}, err: (line) => lines.push(line), env: {}, isTerminal: false, ...more };
  const teller = scanTeller({
    ...io,
    draw: (text) => drawn.push(text),
    ...(more.event === undefined ? {} : { event: (event) => events.push(event) }),
  });
  for (const event of EVENTS) teller.tell(event);
  teller.end();
  return { lines, drawn: drawn.join(''), events };
}

test('without a terminal: a plain line for each step and each quarter, and nothing drawn', () => {
  const { lines, drawn } = told({});
  expect(drawn).toBe('');
  expect(lines).toEqual([
    'as arn:aws:iam::111111111111:user/u: 2 accounts, their enabled regions',
    'account 222222222222 is left out: it is suspended',
    '5 of 20 units (roles and pipelines), 50 calls a second, 4 throttled',
    '10 of 20 units (roles and pipelines), 50 calls a second, 9 throttled, about 10 s left',
    '15 of 20 units (roles and pipelines), 50 calls a second, 14 throttled, about 5 s left',
    '20 of 20 units (roles and pipelines), 50 calls a second, 19 throttled',
  ]);
});

test('on a terminal: a bar with units, calls per second, throttles, and where it reads', () => {
  const { lines, drawn } = told({ isTerminal: true, columns: 120 });
  expect(lines).toHaveLength(2);
  expect(drawn).toContain('█');
  expect(drawn).toContain('reading 111111111111 eu-west-1 (kms)');
  expect(drawn.endsWith('\r\u001b[J')).toBe(true);
});

test('a terminal that cannot draw gets lines', () => {
  expect(told({ isTerminal: true, env: { TERM: 'dumb' } }).drawn).toBe('');
});

test('for a program: every event as data, and nothing else', () => {
  const { lines, events, drawn } = told({ event: () => {}, isTerminal: true });
  expect([lines, drawn]).toEqual([[], '']);
  expect(events).toEqual(EVENTS);
});

test('the bar fits the terminal, and is without colour where that was asked for', () => {
  const progress = new ScanProgress();
  for (const event of EVENTS.slice(0, 30)) progress.follow(event);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the terminal's own.
  const plain = (text: string) => text.replace(/\u001b\[\d*[A-Za-z]|\r/g, '');
  for (const columns of [20, 80, 200]) {
    const text = barText(progress.state, { columns, hasColor: true });
    expect(
      Math.max(
        ...plain(text)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThan(columns);
  }
  // How far it is stands there even where nothing else has room.
  expect(barText(progress.state, { columns: 20, hasColor: false })).toContain(' 40 %');
  expect(barText(progress.state, { columns: 80, hasColor: true })).toContain('\u001b[32m');
  expect(barText(progress.state, { columns: 80, hasColor: false })).not.toContain('\u001b[32m');
});

test.each([
  [400, '1 s'],
  [45_000, '45 s'],
  [150_000, '3 min'],
  [7_800_000, '2 h 10 min'],
])('%i ms are %s', (ms, words) => expect(duration(ms)).toBe(words));
