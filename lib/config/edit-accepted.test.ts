import { expect, it } from 'vitest';
import { readEntries } from './accepted-entries';
import { withEntry, withoutEntry } from './edit-accepted';

const RULES = ['role-trusts-anyone', 'role-is-administrator'];
const WORDS = { reason: 'moved in May: see #4711', author: 'Ada', expires: '2026-12-31' };
const risk = (name: string) =>
  ({ kind: 'finding', id: `role-trusts-anyone arn:aws:iam::1:role/${name}` }) as const;

const WRITTEN = `# Agreed with the auditors.
accepted:
  # the old hub
  - finding: role-trusts-anyone arn:aws:iam::1:role/one # until the move
    reason: "moved in May"
    author: Ada
    expires: 2026-10-01

  - rule: role-is-administrator
    subject: arn:aws:iam::1:role/ops-*
    reason: on call
    author: Bo
    expires: 2026-11-30
`;

it('makes a file that is not there, with a word of what it is', () => {
  const text = withEntry('', { risk: risk('one'), ...WORDS });
  expect(text).toContain('# Findings whose risk somebody has accepted');
  expect(readEntries('f', text, RULES)).toEqual({
    kind: 'accepted',
    entries: [{ risk: risk('one'), ...WORDS, where: 'f:5' }],
  });
});

it('adds at the end, and leaves every comment and line above as it is', () => {
  const text = withEntry(WRITTEN, { risk: risk('two'), ...WORDS });
  expect(text.startsWith(WRITTEN)).toBe(true);
  expect(text.slice(WRITTEN.length)).toBe(
    `  - finding: role-trusts-anyone arn:aws:iam::1:role/two
    reason: "moved in May: see #4711"
    author: Ada
    expires: 2026-12-31
`,
  );
});

it('changes the entry that accepts the same, in its place', () => {
  const text = withEntry(WRITTEN, { risk: risk('one'), ...WORDS });
  expect(text).toBe(
    WRITTEN.replace('"moved in May"', '"moved in May: see #4711"').replace('2026-10-01', '2026-12-31'),
  );
});

it('keeps what a comment says in a file that has no entry yet', () => {
  const text = withEntry('# ours\n', { risk: risk('one'), ...WORDS });
  expect(text).toContain('# ours');
  expect(readEntries('f', text, RULES)).toMatchObject({ entries: [WORDS] });
});

it('writes an entry into an empty list', () => {
  for (const empty of ['accepted: []\n', 'accepted:\n'])
    expect(readEntries('f', withEntry(empty, { risk: risk('one'), ...WORDS }), RULES)).toMatchObject({
      entries: [WORDS],
    });
});

it('takes out what is withdrawn, and nothing else', () => {
  const entries = readEntries('f', withoutEntry(WRITTEN, risk('one')), RULES);
  expect(entries).toMatchObject({ entries: [{ author: 'Bo' }] });
  expect(withoutEntry(WRITTEN, risk('unknown'))).toBe(WRITTEN);
});

it('writes texts that look like YAML so that they are read back as they were', () => {
  for (const reason of [
    '# no comment',
    '- a',
    '{a: b}',
    'yes',
    '12',
    "it's",
    '"',
    'a: b',
    '*x',
    '| x',
    'é 漢',
  ])
    expect(readEntries('f', withEntry('', { risk: risk('one'), ...WORDS, reason }), RULES)).toMatchObject({
      entries: [{ reason }],
    });
});
