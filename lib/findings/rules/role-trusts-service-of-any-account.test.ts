import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { document, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import { buildStage, found } from '../found.fixture';

const RULE = 'role-trusts-service-of-any-account';
const building = (trusts: Json) => {
  const stage = buildStage('shop-build');
  return { ...stage, extra: [...(stage.extra ?? []), role(HUB, 'shop-build', trusts)] };
};
const service = { Service: 'codebuild.amazonaws.com' };

describe(RULE, () => {
  it('fires for a build role without a condition, as information', () => {
    expect(found(RULE, building(trust(service)))).toMatchObject([
      { severity: 'info', marks: false, certainty: 'shown', evidence: [{ statement: 0 }] },
    ]);
  });

  it.each([
    ['the account', { StringEquals: { 'aws:SourceAccount': HUB } }],
    ['the project', { ArnLike: { 'aws:SourceArn': `arn:aws:codebuild:*:${HUB}:project/*` } }],
  ])('is silent where a condition asks for %s', (_, condition) => {
    expect(found(RULE, building(trust(service, condition)))).toEqual([]);
  });

  it('is silent for services of which AWS does not say that they send the keys', () => {
    expect(found(RULE)).toEqual([]);
  });

  it('cannot tell where a statement that might deny cannot be read, and says that it is possible', () => {
    const unreadable = document(
      { Effect: 'Allow', Principal: service, Action: 'sts:AssumeRole' },
      { Effect: 'Deny', Principal: '*', Action: 17 },
    );
    expect(found(RULE, building(unreadable))).toMatchObject([{ certainty: 'possible' }]);
  });
});
