import { describe, expect, it } from 'vitest';
import { readEntries } from './accepted-entries';

const RULES = ['role-trusts-anyone', 'role-is-administrator'];
const GOOD = `accepted:
  - finding: role-trusts-anyone arn:aws:iam::111111111111:role/one
    reason: agreed
    author: Ada
    expires: 2026-12-31
`;

describe('readEntries', () => {
  it('reads a finding, and a rule with a pattern, each with its line', () => {
    const text = `${GOOD}  - { rule: role-is-administrator, subject: "arn:aws:iam::*:role/ops-*", reason: on call, author: Bo, expires: 2027-01-01 }\n`;
    expect(readEntries('f.yaml', text, RULES)).toEqual({
      kind: 'accepted',
      entries: [
        {
          risk: { kind: 'finding', id: 'role-trusts-anyone arn:aws:iam::111111111111:role/one' },
          reason: 'agreed',
          author: 'Ada',
          expires: '2026-12-31',
          where: 'f.yaml:2',
        },
        {
          risk: { kind: 'rule', rule: 'role-is-administrator', subject: 'arn:aws:iam::*:role/ops-*' },
          reason: 'on call',
          author: 'Bo',
          expires: '2027-01-01',
          where: 'f.yaml:6',
        },
      ],
    });
  });

  it('reads a file without an entry', () => {
    for (const text of ['', '# nothing yet\n', 'accepted:\n', 'accepted: []\n'])
      expect(readEntries('f.yaml', text, RULES)).toEqual({ kind: 'accepted', entries: [] });
  });

  const mistakes: readonly (readonly [string, string, string])[] = [
    ['a day that there is not', GOOD.replace('12-31', '02-30'), 'f.yaml:5: `expires` `2026-02-30` is no day'],
    ['a day in words', GOOD.replace('2026-12-31', 'next year'), 'f.yaml:5: `expires` `next year` is no day'],
    ['no day', GOOD.replace(/ {4}expires.*\n/, ''), 'f.yaml:2: this entry gives no `expires`'],
    ['no author', GOOD.replace(/ {4}author.*\n/, ''), 'f.yaml:2: this entry gives no `author`'],
    ['no reason', GOOD.replace(/ {4}reason.*\n/, ''), 'f.yaml:2: this entry gives no `reason`'],
    ['an empty reason', GOOD.replace('agreed', ''), 'f.yaml:3: `reason` has no value'],
    [
      'a mistyped key',
      GOOD.replace('author:', 'autor:'),
      'f.yaml:4: there is no key `autor`: did you mean `author`?',
    ],
    [
      'a mistyped rule',
      GOOD.replace('anyone', 'anybody'),
      'f.yaml:2: `finding` names a rule that is not known',
    ],
    [
      'a rule without its subject',
      GOOD.replace(' arn:aws:iam::111111111111:role/one', ''),
      'f.yaml:2: `finding` `role-trusts-anyone` is a rule alone',
    ],
    [
      'a finding and a rule',
      GOOD.replace('reason', 'rule: role-trusts-anyone\n    reason'),
      'f.yaml:2: this entry has both',
    ],
    ['neither', 'accepted:\n  - reason: x\n', 'f.yaml:2: this entry has no `finding`'],
    ['another table', 'excepted: []\n', 'f.yaml:1: there is no key `excepted`: did you mean `accepted`?'],
    ['no list', 'accepted: yes\n', 'f.yaml:1: `accepted` takes a list'],
    ['no table', '- a\n', 'f.yaml:1: `accepted` takes a list'],
    ['no YAML', 'accepted: [\n', 'f.yaml:'],
  ];

  it.each(mistakes)('tells the line and the key of %s', (_, text, said) => {
    const read = readEntries('f.yaml', text, RULES);
    expect(read.kind).toBe('problem');
    if (read.kind === 'problem') {
      expect(read.problem).toContain(said);
      expect(read.problem).not.toContain('\n');
    }
  });
});
