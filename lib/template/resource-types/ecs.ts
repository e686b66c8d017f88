// ECS: services and the task definitions that run in them.
import type { Json } from '@/lib/base/json';
import { arnName } from '@/lib/names/arn';
import { factOf, given, listOf, smallKeys, tagsOf } from '../answers';
import { madeUpName } from '../made-up-id';
import { factless, type Resource, type ResourceType } from '../resource-type';

const base = (self: Resource) => `arn:${self.partition}:ecs:${self.region}:${self.account}`;
const clusterName = (self: Resource) => {
  const cluster = self.text('Cluster') ?? 'default';
  return cluster.startsWith('arn:') ? arnName(cluster) : cluster;
};

const cluster = factless(
  'AWS::ECS::Cluster',
  'recorded with its services',
  (self) => self.text('ClusterName') ?? madeUpName(self, 255),
  { Arn: (self) => `${base(self)}:cluster/${self.id()}` },
);

const nameOfService = (self: Resource) => self.text('ServiceName') ?? madeUpName(self, 255);

const service: ResourceType = {
  type: 'AWS::ECS::Service',
  id: (self) => `${base(self)}:service/${clusterName(self)}/${nameOfService(self)}`,
  attributes: { Name: nameOfService, ServiceArn: (self) => self.id() },
  facts: (self) => [
    factOf(
      self,
      'container-service',
      'ecs:DescribeServices',
      self.id(),
      given({
        serviceArn: self.id(),
        serviceName: nameOfService(self),
        clusterArn: `${base(self)}:cluster/${clusterName(self)}`,
        status: 'ACTIVE',
        taskDefinition: self.property('TaskDefinition'),
        launchType: self.property('LaunchType'),
        deploymentController: small(self.property('DeploymentController')),
      }),
    ),
  ],
};

const taskDefinition: ResourceType = {
  type: 'AWS::ECS::TaskDefinition',
  id: (self) => `${base(self)}:task-definition/${self.text('Family') ?? madeUpName(self, 255)}:1`,
  attributes: { TaskDefinitionArn: (self) => self.id() },
  facts: (self) => [
    factOf(self, 'task-definition', 'ecs:DescribeTaskDefinition', self.id(), {
      taskDefinition: given({
        taskDefinitionArn: self.id(),
        family: self.text('Family') ?? madeUpName(self, 255),
        revision: 1,
        status: 'ACTIVE',
        taskRoleArn: self.property('TaskRoleArn'),
        executionRoleArn: self.property('ExecutionRoleArn'),
        containerDefinitions: smallKeys(listOf(self, 'ContainerDefinitions'), ['Options', 'DockerLabels']),
      }),
      tags: smallKeys(tagsOf(self)),
    }),
  ],
};

export const ecs: readonly ResourceType[] = [cluster, service, taskDefinition];

function small(value: Json | undefined): Json | undefined {
  return value === undefined ? undefined : smallKeys(value);
}
