import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { arnsOfPipelineId, pipelineId } from './pipeline-rows';
import { arnsOfRoleId, roleId } from './role-page-id';

const { facts } = JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')) as {
  facts: readonly { kind: string; arn: string | null }[];
};
const arnsOf = (kind: string) => facts.filter((one) => one.kind === kind).flatMap(({ arn }) => arn ?? []);

it.each([
  ['pipeline', pipelineId, arnsOfPipelineId],
  ['iam-role', roleId, arnsOfRoleId],
] as const)('the page of a %s is found by what AWS calls it', (kind, idOf, back) => {
  expect(arnsOf(kind).length).toBeGreaterThan(0);
  for (const arn of arnsOf(kind)) {
    expect(back(idOf(arn))).toContain(arn);
    expect(back(arn)).toContain(arn);
  }
});

it('an id of nothing is taken for no more than it says', () => {
  expect(arnsOfPipelineId('nothing')[0]).toBe('nothing');
  expect(arnsOfRoleId('')[0]).toBe('');
});
