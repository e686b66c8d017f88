// Test support: small organisations of any shape, with trusts and policies that let through, depend and cannot be told.
import fc from 'fast-check';
import type { Json } from '@/lib/base/json';
import type { Judged } from '@/lib/findings/rule';
import { buildInventory } from '@/lib/model/build-inventory';
import {
  allow,
  DEV,
  document,
  HUB,
  PROD,
  pipeline,
  role,
  snapshotOf,
  stores,
} from '@/lib/model/snapshot.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { judgePipeline } from '@/lib/verdict/judge-pipeline';
import { policyShelf } from '@/lib/verdict/policy-shelf';

export const ACCOUNTS = [HUB, DEV, PROD] as const;
const NAMES = ['a', 'b', 'c'] as const;

export function arnOf(account: string, name: string): string {
  return `arn:aws:iam::${account}:role/${name}`;
}

const anyArn = fc.constantFrom(...ACCOUNTS.flatMap((account) => NAMES.map((name) => arnOf(account, name))));

const anyTrusted: fc.Arbitrary<Json> = fc.oneof(
  { weight: 5, arbitrary: anyArn.map((AWS): Json => ({ AWS })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...ACCOUNTS).map((id): Json => ({ AWS: `arn:aws:iam::${id}:root` })),
  },
  { weight: 1, arbitrary: fc.constantFrom<Json>('*', { AWS: 'arn:aws:iam::999999999999:root' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Json>({ Service: 'ec2.amazonaws.com' }, { Service: 'lambda.amazonaws.com' }),
  },
);

const anyCondition: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  {},
  {},
  {},
  { Condition: { StringEquals: { 'sts:ExternalId': 'secret' } } },
  { Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } },
  { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } },
);

const anyTrust: fc.Arbitrary<Json> = fc
  .array(
    fc.record({
      effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
      principal: anyTrusted,
      condition: anyCondition,
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) =>
    document(
      ...all.map(
        ({ effect, principal, condition }): Json => ({
          Effect: effect,
          Principal: principal,
          Action: 'sts:AssumeRole',
          ...(condition as { readonly [key: string]: Json }),
        }),
      ),
    ),
  );

const anyResource: fc.Arbitrary<Json> = fc.oneof(
  anyArn,
  fc.constantFrom<Json>('*', `arn:aws:iam::${PROD}:role/*`, 'arn:aws:iam::*:role/b'),
);

const anyStatements: fc.Arbitrary<readonly Json[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: anyResource.map((on) => allow('sts:AssumeRole', on)) },
    { weight: 1, arbitrary: fc.constant(allow(['codepipeline:*', 'iam:PassRole'], '*')) },
    { weight: 1, arbitrary: fc.constant(allow(['lambda:*', 'iam:PassRole'], '*')) },
    { weight: 1, arbitrary: anyResource.map((on) => allow('iam:UpdateAssumeRolePolicy', on)) },
    { weight: 1, arbitrary: fc.constant(allow('s3:*', 'arn:aws:s3:::artifacts-us-east-1/*')) },
  ),
  { maxLength: 2 },
);

/** A snapshot of three accounts with three roles each, of which some account may not have been read, and a pipeline that runs with
 *  one of them. */
export const anyOrganization: fc.Arbitrary<Snapshot> = fc
  .record({
    roles: fc.array(fc.tuple(anyTrust, anyStatements), { minLength: 9, maxLength: 9 }),
    runsWith: fc.constantFrom(...NAMES),
    isProdRead: fc.boolean(),
  })
  .map(({ roles, runsWith, isProdRead }) => {
    const facts: Fact[] = ACCOUNTS.flatMap((account, place) =>
      account === PROD && !isProdRead
        ? []
        : NAMES.flatMap((name, at) => {
            const [trust, statements] = roles[place * NAMES.length + at] ?? [document(), []];
            return [role(account, name, trust, ...statements)];
          }),
    );
    const read = isProdRead ? ACCOUNTS : [HUB, DEV];
    return snapshotOf([...facts, pipeline('shop', arnOf(HUB, runsWith), stores('us-east-1'), {})], { read });
  });

/** Everything that questions are asked of, before any is. */
export function judgedOf(snapshot: Snapshot): Judged {
  const inventory = buildInventory(snapshot);
  const shelf = policyShelf();
  const pipelines = [...inventory.pipelines.values()].map((one) => judgePipeline(inventory, shelf, one));
  return { inventory, pipelines, shelf };
}
