// CodeDeploy: deployment groups; their application tells what they deploy to.
import { isJsonObject, type Json } from '@/lib/base/json';
import { factOf, given, listOf, smallKeys } from '../answers';
import { madeUpName } from '../made-up-id';
import { factless, type Resource, type ResourceType, type World } from '../resource-type';

const application = factless(
  'AWS::CodeDeploy::Application',
  'recorded with its deployment groups',
  (self) => self.text('ApplicationName') ?? madeUpName(self, 100),
);

const deploymentConfig = factless(
  'AWS::CodeDeploy::DeploymentConfig',
  'how fast a deployment goes decides about no permission',
  (self) => self.text('DeploymentConfigName') ?? madeUpName(self, 100),
);

const deploymentGroup: ResourceType = {
  type: 'AWS::CodeDeploy::DeploymentGroup',
  id: (self) => self.text('DeploymentGroupName') ?? madeUpName(self, 100),
  attributes: {},
  facts: (self, world) => {
    const applicationName = self.text('ApplicationName') ?? '';
    const arn = `arn:${self.partition}:codedeploy:${self.region}:${self.account}:deploymentgroup:${applicationName}/${self.id()}`;
    return [
      factOf(
        self,
        'deployment-group',
        'codedeploy:GetDeploymentGroup',
        arn,
        given({
          applicationName,
          deploymentGroupName: self.id(),
          deploymentConfigName: self.text('DeploymentConfigName') ?? 'CodeDeployDefault.OneAtATime',
          serviceRoleArn: self.property('ServiceRoleArn'),
          computePlatform: platformOf(self, world, applicationName),
          ecsServices: listOf(self, 'ECSServices').map((one) => smallKeys(one)),
          ec2TagFilters: self.property('Ec2TagFilters'),
          ec2TagSet: tagSet(self.property('Ec2TagSet')),
          onPremisesInstanceTagFilters: self.property('OnPremisesInstanceTagFilters'),
          autoScalingGroups: listOf(self, 'AutoScalingGroups').map((name) => ({ name })),
        }),
      ),
    ];
  },
};

export const codedeploy: readonly ResourceType[] = [application, deploymentConfig, deploymentGroup];

function platformOf(self: Resource, world: World, name: string): string {
  const found = world
    .ofType('AWS::CodeDeploy::Application')
    .find((one) => one.account === self.account && one.region === self.region && one.id() === name);
  return found?.text('ComputePlatform') ?? 'Server';
}

/** A list of objects in a template, a list of lists in an answer.
 *  @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_EC2TagSet.html (read 2026-11-27) */
function tagSet(value: Json | undefined): Json | undefined {
  if (!isJsonObject(value ?? null)) return undefined;
  const { Ec2TagSetList: groups } = value as { readonly [key: string]: Json };
  const list = Array.isArray(groups) ? (groups as readonly Json[]) : [];
  return {
    ec2TagSetList: list.flatMap((one) => (isJsonObject(one) ? [one.Ec2TagGroup ?? []] : [])),
  };
}
