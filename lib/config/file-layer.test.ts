import { expect, test } from 'vitest';
import { fileLayer } from './file-layer';
import { SCAN_OPTIONS } from './scan-option-table';

const valuesIn = (text: string) => {
  const read = fileLayer('hatstack.yaml', text);
  if (read.kind === 'problem') throw new Error(read.problem);
  return Object.fromEntries([...read.layer].map(([key, { values }]) => [key, values]));
};
const problemIn = (text: string) => {
  const read = fileLayer('hatstack.yaml', text, ['role-trusts-anyone', 'role-trusts-whole-account']);
  return read.kind === 'problem' ? read.problem : '';
};

test('every option may stand in the file', () => {
  for (const { key, kind } of SCAN_OPTIONS)
    expect(valuesIn(`${key}: ${kind === 'switch' ? 'true' : 'a'}`)).toHaveProperty([key]);
});

test('lists are lists, or words with commas', () => {
  expect(valuesIn('accounts:\n  - "111111111111"\n  - 222222222222\nregions: us-east-1, us-east-2')).toEqual({
    accounts: ['111111111111', '222222222222'],
    regions: ['us-east-1', 'us-east-2'],
  });
});

test('an account that begins with a zero keeps it, quoted or not', () => {
  expect(valuesIn('accounts: [012345678901, "098765432109"]')).toEqual({
    accounts: ['012345678901', '098765432109'],
  });
});

test('tags are keys and values, or KEY=VALUE', () => {
  const tags = ['team=shop', 'stage=dev', 'stage=prod'];
  expect(valuesIn('tags:\n  team: shop\n  stage: [dev, prod]')).toEqual({ tags });
  expect(valuesIn('tags: [team=shop, stage=dev, stage=prod]')).toEqual({ tags });
});

test('single accounts may have a role of their own', () => {
  const read = fileLayer(
    'hatstack.yaml',
    'overrides:\n  011111111111: { role-name: audit/Reader }\n  "222222222222":\n    external-id: another',
  );
  expect(read.kind === 'layer' ? [...(read.overrides ?? [])] : read).toEqual([
    ['011111111111', { roleName: 'audit/Reader' }],
    ['222222222222', { externalId: 'another' }],
  ]);
});

test('tiers and rules are read into tables', () => {
  const read = fileLayer(
    'hatstack.yaml',
    [
      'tiers:',
      '  prod: { accounts: [011111111111], ous: Prod, tags: [env=p], names: ["*-live"] }',
      'findings:',
      '  one-rule: off',
      '  two-rule: low',
      '  three-rule:',
      '    severity: info',
      '    except:',
      '      - { subject: "arn:aws:iam::*:role/old-*", reason: gone in May }',
    ].join('\n'),
  );
  expect(read).toMatchObject({
    kind: 'layer',
    tiers: {
      prod: {
        accounts: ['011111111111'],
        ous: ['Prod'],
        tags: [{ key: 'env', value: 'p' }],
        names: ['*-live'],
      },
    },
    findings: {
      'one-rule': { off: true },
      'two-rule': { severity: 'low' },
      'three-rule': {
        severity: 'info',
        except: [{ subject: 'arn:aws:iam::*:role/old-*', reason: 'gone in May' }],
      },
    },
  });
});

test('an empty file, or one of comments, gives nothing', () => {
  expect(valuesIn('')).toEqual({});
  expect(valuesIn('# nothing yet\n')).toEqual({});
});

test.each([
  ['role_name: r', 'hatstack.yaml:1: there is no key `role_name`: did you mean `role-name`?'],
  ['\n\nroleName: r', 'hatstack.yaml:3: there is no key `roleName`: did you mean `role-name`?'],
  ['profile: p\nregoins: []', 'hatstack.yaml:2: there is no key `regoins`: did you mean `regions`?'],
  ['account: 1', 'hatstack.yaml:1: there is no key `account`: did you mean `accounts`?'],
  ['colour: red', 'hatstack.yaml:1: there is no key `colour`: the keys are profile, role-name'],
  ['organization: sure', 'hatstack.yaml:1: `organization` is either true or false'],
  ['organization: "true"', 'hatstack.yaml:1: `organization` is either true or false'],
  ['role-name: [a, b]', 'hatstack.yaml:1: `role-name` takes one value, not several'],
  ['role-name:', 'hatstack.yaml:1: `role-name` has no value: give one, or take the line out'],
  ['regions: {a: b}', 'hatstack.yaml:1: `regions` takes a list, such as [a, b]'],
  ['regions: [[a]]', 'hatstack.yaml:1: `regions` takes a list of plain values'],
  ['tags: {a: {b: c}}', 'hatstack.yaml:1: `tags` takes plain values: look at `a`'],
  ['overrides: [a]', 'hatstack.yaml:1: `overrides` takes accounts, each with role-name, external-id or both'],
  ['overrides:\n  tools: {role-name: r}', 'hatstack.yaml:2: `tools` is no account id'],
  ['overrides:\n  "111111111111": r', 'hatstack.yaml:2: `111111111111` takes role-name, external-id or both'],
  [
    'overrides:\n  "111111111111":\n    rolename: r',
    'hatstack.yaml:3: there is no key `rolename`: did you mean `role-name`?',
  ],
  [
    'overrides:\n  "111111111111":\n    external-id: "a b"',
    'hatstack.yaml:3: `external-id` of 111111111111 is out of shape',
  ],
  [
    'tiers: [a]',
    'hatstack.yaml:1: `tiers` takes tiers, each with accounts, ous, tags, names or some of them',
  ],
  ['tiers:\n  prd: {names: [x]}', 'hatstack.yaml:2: there is no tier `prd`: did you mean `prod`?'],
  ['tiers:\n  prod: {ou: [x]}', 'hatstack.yaml:2: there is no key `ou`: did you mean `ous`?'],
  ['tiers:\n  prod:\n    accounts: [1]', 'hatstack.yaml:3: `1` is no account id'],
  ['tiers:\n  prod:\n    tags: [prod]', 'hatstack.yaml:3: `prod` is no tag: give KEY=VALUE'],
  ['tiers:\n  prod:\n    names: []', 'hatstack.yaml:3: `names` of prod takes a list, such as ["*-prod"]'],
  ['findings: [a]', 'hatstack.yaml:1: `findings` takes rules'],
  [
    'findings:\n  role-trust-anyone: off',
    'hatstack.yaml:2: there is no rule `role-trust-anyone`: did you mean `role-trusts-anyone`?',
  ],
  ['findings:\n  role-trusts-anyone: loud', 'hatstack.yaml:2: `role-trusts-anyone` is off, one of critical'],
  [
    'findings:\n  role-trusts-anyone: {severity: loud}',
    'hatstack.yaml:2: `severity` of role-trusts-anyone is one of critical',
  ],
  [
    'findings:\n  role-trusts-anyone: {expect: []}',
    'hatstack.yaml:2: there is no key `expect`: did you mean `except`?',
  ],
  [
    'findings:\n  role-trusts-anyone:\n    except:\n      - subject: x',
    'hatstack.yaml:4: an exception of role-trusts-anyone gives no reason',
  ],
  [
    'findings:\n  role-trusts-anyone:\n    except:\n      - reason: x',
    'hatstack.yaml:4: an exception of role-trusts-anyone names no subject',
  ],
  ['override: {}', 'hatstack.yaml:1: there is no key `override`: did you mean `overrides`?'],
  ['- a', 'hatstack.yaml:1: the file must be keys and values'],
  ['role-name: a\nrole-name: b', 'hatstack.yaml:2: `role-name` is given twice: take one out'],
  [
    'overrides:\n  "111111111111": {}\n  "111111111111": {}',
    'hatstack.yaml:3: `111111111111` is given twice: take one out',
  ],
  [
    'accounts: &all [a]\ninclude: *all',
    'hatstack.yaml:2: `*all` refers to another value: write the value itself here',
  ],
  [
    'role-name: a\n---\nrole-name: b',
    'hatstack.yaml:2: a second document begins here: take out the `---` and what follows it',
  ],
  ['role-name: !secret a', 'hatstack.yaml:1: this is no YAML: Unresolved tag: !secret'],
  ['accounts: []', 'hatstack.yaml:1: `accounts` has no value: give one, or take the line out'],
  ['role-name: ""', 'hatstack.yaml:1: `role-name` has no value: give one, or take the line out'],
  ['organization: yes', 'hatstack.yaml:1: `organization` is either true or false, without quotes'],
  ['role-name: "a', 'hatstack.yaml:1: this is no YAML: Missing closing "quote'],
])('%j: one line that names line and key', (text, part) => {
  expect(problemIn(text)).toContain(part);
  expect(problemIn(text)).not.toContain('\n');
});
