// Step Functions: state machines, without their definitions.
import { arnName } from '@/lib/names/arn';
import { factOf, given } from '../answers';
import { madeUpName } from '../made-up-id';
import type { Resource, ResourceType } from '../resource-type';

const arnOf = (self: Resource) =>
  `arn:${self.partition}:states:${self.region}:${self.account}:stateMachine:${self.text('StateMachineName') ?? madeUpName(self, 80)}`;

const stateMachine: ResourceType = {
  type: 'AWS::StepFunctions::StateMachine',
  id: arnOf,
  attributes: { Arn: arnOf, Name: (self) => arnName(arnOf(self)) },
  facts: (self) => [
    factOf(
      self,
      'state-machine',
      'states:DescribeStateMachine',
      arnOf(self),
      given({
        stateMachineArn: arnOf(self),
        name: arnName(arnOf(self)),
        status: 'ACTIVE',
        roleArn: self.property('RoleArn'),
        type: self.text('StateMachineType') ?? 'STANDARD',
      }),
    ),
  ],
};

export const stepfunctions: readonly ResourceType[] = [stateMachine];
