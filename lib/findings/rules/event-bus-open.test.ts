import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { DEV, document, HUB, organization } from '@/lib/model/snapshot.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import { found } from '../found.fixture';

const RULE = 'event-bus-open';
const BUS = `arn:aws:events:us-east-1:${HUB}:event-bus/default`;
const PIPELINE = `arn:aws:codepipeline:us-east-1:${HUB}:shop`;

function fact(kind: string, source: Fact['source'], account: string, arn: string, data: Json): Fact {
  return { kind, source, account, region: 'us-east-1', arn, data };
}

function rule(account: string, target: string, pattern: Json = {}): readonly Fact[] {
  const arn = `arn:aws:events:us-east-1:${account}:rule/shop-source`;
  const event = { source: ['aws.ecr'], ...(pattern as { readonly [name: string]: Json }) };
  return [
    fact('event-rule', 'events:DescribeRule', account, arn, {
      Name: 'shop-source',
      State: 'ENABLED',
      EventBusName: 'default',
      EventPattern: JSON.stringify(event),
    }),
    fact('event-rule-targets', 'events:ListTargetsByRule', account, arn, {
      Targets: [{ Id: '1', Arn: target }],
    }),
  ];
}

const lets = (Principal: Json, Condition?: Json): Json =>
  document({
    Effect: 'Allow',
    Principal,
    Action: 'events:PutEvents',
    Resource: BUS,
    ...(Condition === undefined ? {} : { Condition }),
  });
const bus = (policy: Json) => [
  fact('event-bus', 'events:ListEventBuses', HUB, BUS, {
    Name: 'default',
    Arn: BUS,
    Policy: typeof policy === 'string' ? policy : JSON.stringify(policy),
  }),
  ...rule(HUB, PIPELINE),
];
const heard = (account: string): Fact =>
  fact('event-rule-names', 'events:ListRuleNamesByTarget', account, BUS, { TargetArn: BUS });
const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });

describe(RULE, () => {
  it('fires for everybody', () => {
    expect(found(RULE, { extra: bus(lets('*')) })).toMatchObject([
      {
        subject: BUS,
        account: HUB,
        severity: 'medium',
        marks: false,
        certainty: 'shown',
        pipelines: [PIPELINE],
        title: 'the event bus policy of default lets every AWS account start shop',
        evidence: [{ statement: 0 }],
      },
    ]);
  });

  it('fires for a whole account that sends no events', () => {
    expect(found(RULE, { extra: [...bus(lets(root(DEV))), heard(DEV)] })).toMatchObject([
      {
        severity: 'low',
        certainty: 'shown',
        title: expect.stringContaining(`everybody in the account ${DEV}`),
      },
    ]);
  });

  it.each([
    [
      'for the organisation',
      [...bus(lets('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } })), ...organization({})],
    ],
    [
      'for an account with a source, whose rule sends its events',
      [...bus(lets(root(DEV))), ...rule(DEV, BUS)],
    ],
    [
      'where the rule takes events of some accounts only',
      [bus(lets('*'))[0] as Fact, ...rule(HUB, PIPELINE, { account: [DEV] })],
    ],
    ['where no pipeline is started over the bus', [bus(lets('*'))[0] as Fact]],
    ['for the account of the bus itself', bus(lets(root(HUB)))],
  ])('is silent %s', (_, extra) => {
    expect(found(RULE, { extra })).toEqual([]);
  });

  it('cannot tell where the policy cannot be read, or the account was not, and says that it is possible', () => {
    expect(found(RULE, { extra: bus('{') })).toMatchObject([{ certainty: 'possible' }]);
    expect(found(RULE, { extra: bus(lets(root('999999999999'))) })).toMatchObject([
      { certainty: 'possible', open: [expect.stringContaining('was not read')] },
    ]);
  });
});
