// Lambda: functions and what lets others call them.
import { factOf, given } from '../answers';
import { madeUpName } from '../made-up-id';
import { factless, type Resource, type ResourceType } from '../resource-type';

const arnOf = (self: Resource) =>
  `arn:${self.partition}:lambda:${self.region}:${self.account}:function:${self.id()}`;

const lambdaFunction: ResourceType = {
  type: 'AWS::Lambda::Function',
  id: (self) => self.text('FunctionName') ?? madeUpName(self),
  attributes: { Arn: arnOf },
  facts: (self) => [
    factOf(
      self,
      'function',
      'lambda:GetFunctionConfiguration',
      arnOf(self),
      given({
        FunctionName: self.id(),
        FunctionArn: arnOf(self),
        Runtime: self.property('Runtime'),
        Role: self.property('Role'),
        Handler: self.property('Handler'),
        Version: '$LATEST',
      }),
    ),
  ],
};

const permission = factless('AWS::Lambda::Permission', 'policies of functions are not read', (self) =>
  madeUpName(self),
);

export const lambda: readonly ResourceType[] = [lambdaFunction, permission];
