// The address of an exported file says no more than it must.
import { expect, it } from 'vitest';
import { AS_DRAWN, exportHref, PAGE_WORDS, reviewFiles } from './look';

const what = { pipeline: '1.eu-west-1.p', action: 'S/A' };
const query = (format: string, part: Partial<typeof AS_DRAWN>, of: Readonly<Record<string, string>> = what) =>
  Object.fromEntries(
    new URL(exportHref('x y', format, of, { ...AS_DRAWN, ...part }), 'http://h').searchParams,
  );

it.each([
  ['svg', {}, { theme: 'light' }],
  ['svg', { pen: 'hand', theme: 'dark', page: 'a3', scale: '4' }, { theme: 'dark', pen: 'hand' }],
  ['pdf', { page: 'a3' }, { theme: 'light', page: 'a3' }],
  ['pdf', { page: 'a4 tiled' }, { theme: 'light', page: 'a4', tile: '1' }],
  ['png', { scale: '3' }, { theme: 'light', scale: '3' }],
  ['json', { redact: true, scope: 'path' }, { theme: 'light', redact: '1', scope: 'path' }],
] as const)('%s %j', (format, part, asked) => {
  expect(query(format, part)).toEqual({ ...what, ...asked });
});

it('the pen is the page’s until somebody chooses another', () => {
  expect(query('svg', {}, { ...what, pen: 'hand' }).pen).toBe('hand');
  expect(query('svg', { pen: 'clean' }, { ...what, pen: 'hand' }).pen).toBe('clean');
});

it('a map has no path', () => {
  expect(query('svg', { scope: 'path' }, { map: 'folded' })).toEqual({ map: 'folded', theme: 'light' });
});

it('every size of a page has a name', () => {
  expect(PAGE_WORDS.map(([, word]) => word)).toEqual(
    expect.arrayContaining(['A4', 'A4, over many', 'A0', 'Letter']),
  );
});

it.each([
  [{ pipeline: 'p', action: 'S/A' }, true, '/api/snapshots/x%20y/review?pipeline=p&format=pdf&redact=1'],
  [{ map: 'folded' }, false, '/api/snapshots/x%20y/review?format=pdf'],
  [{ pipeline: 'p', before: 'b' }, false, undefined],
  [{ pipeline: 'p', whatif: 'w' }, false, undefined],
])('the review of %j', (of, redact, href) => {
  expect(reviewFiles('x y', of, { redact }).at(-1)?.href).toBe(href);
});

it.each([{ before: 'x' }, { whatif: 'x' }, { from: 'x' }, { to: 'x' }])(
  'of %o there is no review',
  (part) => {
    expect(reviewFiles('x y', { map: 'folded', ...part }, { redact: false })).toEqual([]);
  },
);
