import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseToObject } from 'hcl2-parser';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { collectors } from './collectors/index';
import { readRole } from './read-role';
import { cloudFormationRole } from './read-role-cloudformation';
import { terraformRole } from './read-role-terraform';

const declared = [
  ...new Set(collectors.flatMap(({ calls }) => calls.map(({ permission }) => permission))),
].sort();
const settled = readRole(collectors, {
  roleName: 'team/security/Reader',
  trusted: '111122223333',
  externalId: 'our-own',
});
const open = readRole(collectors, {});

/** The role's properties in the template, as CloudFormation would see them. */
const propertiesOf = (text: string) => parse(text).Resources.ReadRole.Properties;

test('the template allows exactly the declared actions, in one statement', () => {
  const [policy, ...others] = propertiesOf(cloudFormationRole(settled)).Policies;
  expect(others).toEqual([]);
  expect(policy.PolicyDocument.Statement).toEqual([
    { Sid: 'HatstackReads', Effect: 'Allow', Action: declared, Resource: '*' },
  ]);
});

test('what was settled is the default of a parameter, and what was not is asked', () => {
  const template = parse(cloudFormationRole(settled));
  expect(template.Parameters).toMatchObject({
    RoleName: { Default: 'Reader' },
    TrustedPrincipal: { Default: '111122223333' },
    ExternalId: { Default: 'our-own' },
  });
  expect(template.Resources.ReadRole.Properties.Path).toBe('/team/security/');
  const asked = parse(cloudFormationRole(open));
  expect(asked.Parameters.TrustedPrincipal).not.toHaveProperty('Default');
  expect(asked.Parameters).toMatchObject({
    RoleName: { Default: 'HatstackRead' },
    ExternalId: { Default: '' },
  });
  expect(asked.Resources.ReadRole.Properties.Path).toBe('/');
});

test('the trust policy asks for the external id only where there is one', () => {
  const { AssumeRolePolicyDocument, RoleName } = propertiesOf(cloudFormationRole(open));
  expect(RoleName).toEqual({ Ref: 'RoleName' });
  expect(AssumeRolePolicyDocument.Statement).toEqual([
    {
      Effect: 'Allow',
      Principal: { AWS: { Ref: 'TrustedPrincipal' } },
      Action: 'sts:AssumeRole',
      Condition: {
        'Fn::If': [
          'HasExternalId',
          { StringEquals: { 'sts:ExternalId': { Ref: 'ExternalId' } } },
          { Ref: 'AWS::NoValue' },
        ],
      },
    },
  ]);
});

test('every parameter takes its own default', () => {
  for (const role of [settled, open]) {
    const parameters: { Default?: string; AllowedPattern: string }[] = Object.values(
      parse(cloudFormationRole(role)).Parameters,
    );
    for (const { Default, AllowedPattern } of parameters)
      if (Default !== undefined) expect(Default).toMatch(new RegExp(`^(${AllowedPattern})$`));
  }
});

test('the policy fits into a role', () => {
  // An inline policy of a role may have 10,240 characters. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (read 2026-11-24)
  const [policy] = propertiesOf(cloudFormationRole(settled)).Policies;
  expect(JSON.stringify(policy.PolicyDocument).length).toBeLessThan(10_240);
});

/** Whether the tool is on this machine; what it finds is then a failure. */
function has(tool: string): boolean {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('cfn-lint, where it is installed, has nothing to say', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'hatstack-role-'));
  try {
    const files = [settled, open].map((role, number) => {
      const file = join(folder, `${number}.yaml`);
      writeFileSync(file, cloudFormationRole(role));
      return file;
    });
    // Without the tool the tests above stand alone.
    if (has('cfn-lint')) execFileSync('cfn-lint', files, { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('Terraform allows exactly the declared actions, on everything, and nothing else', () => {
  const text = terraformRole(settled);
  const list = text.match(/Action = \[\n([\s\S]*?)\n {6}\]/)?.[1] ?? '';
  expect(JSON.parse(`[${list.replace(/,\s*$/, '')}]`)).toEqual(declared);
  expect(text.match(/^(resource|variable|output) .*\{$/gm)).toEqual([
    'variable "role_name" {',
    'variable "trusted_principal" {',
    'variable "external_id" {',
    'resource "aws_iam_role" "hatstack_read" {',
    'resource "aws_iam_role_policy" "hatstack_read" {',
    'output "role_arn" {',
  ]);
});

test('Terraform has variables with the settled values, and asks for the rest', () => {
  expect(terraformRole(settled)).toContain('  default     = "111122223333"\n');
  expect(terraformRole(settled)).toContain('  path        = "/team/security/"\n');
  const asked = terraformRole(open).match(/variable "trusted_principal" \{\n([\s\S]*?)\n\}/)?.[1];
  expect(asked).not.toContain('default');
});

test('HashiCorp’s own parser reads the Terraform, settled or open', () => {
  for (const role of [settled, open]) {
    const [read, problem] = parseToObject(terraformRole(role));
    expect(problem).toBeNull();
    expect(read.resource.aws_iam_role_policy).toHaveProperty('hatstack_read');
  }
});
