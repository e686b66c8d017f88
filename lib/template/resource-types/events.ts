// EventBridge: rules with their targets; buses and their policies.
import { isJsonObject } from '@/lib/base/json';
import { factOf, given, listOf } from '../answers';
import { madeUpName } from '../made-up-id';
import { factless, type Resource, type ResourceType } from '../resource-type';

const ofDefaultBus = (self: Resource) => (self.text('EventBusName') ?? 'default') === 'default';
const nameOf = (self: Resource) => self.text('Name') ?? madeUpName(self);
const arnOf = (self: Resource) =>
  `arn:${self.partition}:events:${self.region}:${self.account}:rule/${ofDefaultBus(self) ? '' : `${self.text('EventBusName')}/`}${nameOf(self)}`;
const startsPipeline = (target: unknown) =>
  isJsonObject(target) && String(target.Arn).split(':')[2] === 'codepipeline';

/** A scan reads the rules of the default bus that start a pipeline. */
const rule: ResourceType = {
  type: 'AWS::Events::Rule',
  id: (self) => (ofDefaultBus(self) ? nameOf(self) : `${self.text('EventBusName')}|${nameOf(self)}`),
  attributes: { Arn: arnOf },
  facts: (self) => {
    const targets = listOf(self, 'Targets');
    if (!ofDefaultBus(self) || !targets.some(startsPipeline)) return [];
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

const busPolicy = factless('AWS::Events::EventBusPolicy', 'policies of buses are not read', (self) =>
  madeUpName(self),
);

export const events: readonly ResourceType[] = [rule, busPolicy];
