// EventBridge: rules with their targets; buses and their policies.
import { isJsonObject, type Json } from '@/lib/base/json';
import { factOf, given, listOf } from '../answers';
import { madeUpName } from '../made-up-id';
import type { Resource, ResourceType } from '../resource-type';

const ofDefaultBus = (self: Resource) => (self.text('EventBusName') ?? 'default') === 'default';
const nameOf = (self: Resource) => self.text('Name') ?? madeUpName(self);
const arnOf = (self: Resource) =>
  `arn:${self.partition}:events:${self.region}:${self.account}:rule/${ofDefaultBus(self) ? '' : `${self.text('EventBusName')}/`}${nameOf(self)}`;
const leadsToPipeline = (target: unknown) =>
  isJsonObject(target) && ['codepipeline', 'events'].includes(String(target.Arn).split(':')[2] ?? '');

/** A scan reads the rules of the default bus that start a pipeline, or pass events on to the bus of another account. */
const rule: ResourceType = {
  type: 'AWS::Events::Rule',
  id: (self) => (ofDefaultBus(self) ? nameOf(self) : `${self.text('EventBusName')}|${nameOf(self)}`),
  attributes: { Arn: arnOf },
  facts: (self) => {
    const targets = listOf(self, 'Targets');
    if (!ofDefaultBus(self) || !targets.some(leadsToPipeline)) return [];
    const pattern = self.property('EventPattern');
    return [
      factOf(
        self,
        'event-rule',
        'events:DescribeRule',
        arnOf(self),
        given({
          Name: nameOf(self),
          Arn: arnOf(self),
          EventPattern: pattern === undefined ? undefined : JSON.stringify(pattern),
          ScheduleExpression: self.property('ScheduleExpression'),
          State: self.text('State') ?? 'ENABLED',
          EventBusName: 'default',
        }),
      ),
      factOf(self, 'event-rule-targets', 'events:ListTargetsByRule', arnOf(self), { Targets: targets }),
    ];
  },
};

/** Each template resource is one statement of its bus; the first of a bus records the policy that they make together.
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbuspolicy.html (read 2026-11-27) */
const busPolicy: ResourceType = {
  type: 'AWS::Events::EventBusPolicy',
  id: (self) => madeUpName(self),
  attributes: {},
  facts: (self, world) => {
    const together = world
      .ofType('AWS::Events::EventBusPolicy')
      .filter(
        (one) => one.account === self.account && one.region === self.region && busOf(one) === busOf(self),
      );
    if (together[0]?.logicalId !== self.logicalId || together[0].stack !== self.stack) return [];
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: together.map(statementOf) });
    const arn = `arn:${self.partition}:events:${self.region}:${self.account}:event-bus/${busOf(self)}`;
    return [factOf(self, 'event-bus', 'events:ListEventBuses', arn, { Name: busOf(self), Arn: arn, Policy })];
  },
};

const busOf = (self: Resource) => self.text('EventBusName') ?? 'default';

/** The statement as written, or as EventBridge makes it of the older properties. */
function statementOf(self: Resource): Json {
  const statement = self.property('Statement');
  const Sid = self.text('StatementId') ?? self.logicalId;
  if (isJsonObject(statement)) return { ...statement, Sid };
  const principal = self.text('Principal') ?? '*';
  return given({
    Sid,
    Effect: 'Allow',
    Principal: principal === '*' ? '*' : { AWS: `arn:${self.partition}:iam::${principal}:root` },
    Action: self.text('Action') ?? 'events:PutEvents',
    Resource: `arn:${self.partition}:events:${self.region}:${self.account}:event-bus/${busOf(self)}`,
    Condition: conditionOf(self.property('Condition')),
  });
}

/** `{Type, Key, Value}`, as the older properties say a condition. */
function conditionOf(condition: Json | undefined): Json | undefined {
  if (!isJsonObject(condition)) return undefined;
  const { Type, Key, Value } = condition;
  return { [String(Type)]: { [String(Key)]: Value ?? null } };
}

export const events: readonly ResourceType[] = [rule, busPolicy];
