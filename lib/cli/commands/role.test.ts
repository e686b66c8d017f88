import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { main } from '../main';

async function role(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(['role', ...args], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env: {},
    isTerminal: false,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('prints CloudFormation with what was given', async () => {
  const { code, out } = await role(
    '--role-name',
    'R',
    '--trusted-account',
    '111122223333',
    '--external-id',
    'own',
  );
  expect(code).toBe(0);
  expect(parse(out).Parameters).toMatchObject({
    RoleName: { Default: 'R' },
    TrustedPrincipal: { Default: '111122223333' },
    ExternalId: { Default: 'own' },
  });
});

test('prints Terraform', async () => {
  const { code, out } = await role('--format', 'terraform');
  expect(code).toBe(0);
  expect(out).toContain('resource "aws_iam_role" "hatstack_read" {');
});

test('lets a role of another partition be trusted', async () => {
  const trusted = 'arn:aws-us-gov:iam::111122223333:role/scans/start';
  expect(parse((await role('--trusted-account', trusted)).out).Parameters.TrustedPrincipal.Default).toBe(
    trusted,
  );
});

test.each([
  [['--format', 'cdk'], '--format is one of cloudformation, terraform, not `cdk`'],
  [['--format', 'toString'], '--format is one of cloudformation, terraform, not `toString`'],
  [['--role-name', 'arn:aws:iam::1:role/x'], '--role-name takes a role name'],
  [['--trusted-account', '1111-2222-3333'], '--trusted-account takes twelve digits'],
  [['--external-id', '"'], '--external-id takes 2 to 1224'],
  [['terraform'], '`terraform` belongs to no option'],
])('%j is one line and exit code 2', async (args, part) => {
  const { code, err, out } = await role(...args);
  expect(code).toBe(2);
  expect(err).toContain(part);
  expect(err.split('\n')).toHaveLength(1);
  expect(out).toBe('');
});
