// Types of which a scan records nothing: what pipelines are fed from, and what templates need around them.
import { madeUpName } from '../made-up-id';
import { factless, type Resource, type ResourceType } from '../resource-type';

const arn = (self: Resource, service: string, rest: string) =>
  `arn:${self.partition}:${service}:${self.region}:${self.account}:${rest}`;
const named =
  (property: string, limit = 64) =>
  (self: Resource) =>
    self.text(property) ?? madeUpName(self, limit);
const repository = (self: Resource) => self.text('RepositoryName') ?? madeUpName(self, 100).toLowerCase();

export const withoutFacts: readonly ResourceType[] = [
  factless('AWS::CDK::Metadata', 'tells AWS which constructs were used', (self) => self.logicalId),
  factless(
    'AWS::CodeCommit::Repository',
    'repositories are not read',
    (self) => `${self.logicalId}-repository-id`,
    {
      Arn: (self) => arn(self, 'codecommit', self.text('RepositoryName') ?? ''),
      Name: (self) => self.text('RepositoryName') ?? '',
    },
  ),
  factless('AWS::EC2::SecurityGroup', 'networks decide about no permission', named('GroupName'), {
    GroupId: (self) => `sg-${self.logicalId}`,
  }),
  factless('AWS::ECR::Repository', 'repositories of images are not read', repository, {
    Arn: (self) => arn(self, 'ecr', `repository/${repository(self)}`),
    RepositoryUri: (self) => `${self.account}.dkr.ecr.${self.region}.amazonaws.com/${repository(self)}`,
  }),
  factless('AWS::Logs::LogGroup', 'log groups are not read', named('LogGroupName', 512), {
    Arn: (self) => arn(self, 'logs', `log-group:${named('LogGroupName', 512)(self)}:*`),
  }),
  factless('AWS::SNS::Subscription', 'subscriptions are not read', (self) => self.logicalId),
  factless('AWS::SSM::Parameter', 'parameters are not read', named('Name'), {
    Value: (self) => self.text('Value') ?? '',
    Type: (self) => self.text('Type') ?? '',
  }),
];
