// Reads the ECS services that pipelines roll, and the task definitions that run in them: whose roles a deployment passes on.
import {
  DescribeServicesCommand,
  type DescribeServicesCommandInput,
  DescribeTaskDefinitionCommand,
  type DescribeTaskDefinitionCommandInput,
  ECSClient,
} from '@aws-sdk/client-ecs';
import { isJsonObject, type Json } from '@/lib/base/json';
import type { Fact } from '@/lib/snapshot/fact';
import { actionReferences, isName } from '../action-references';
import { type Asking, call, collector } from '../collector';

const describeServices = call('ecs:DescribeServices', (ecs: ECSClient, input: DescribeServicesCommandInput) =>
  ecs.send(new DescribeServicesCommand(input)),
);
const describeTaskDefinition = call(
  'ecs:DescribeTaskDefinition',
  (ecs: ECSClient, input: DescribeTaskDefinitionCommandInput) =>
    ecs.send(new DescribeTaskDefinitionCommand(input)),
);

interface Named {
  readonly cluster: string;
  readonly service: string;
}

/** Facts `container-service` and `task-definition`. In phase 3, since deployment groups of CodeDeploy name services too. */
export const ecs = collector({
  service: 'ecs',
  scope: 'region',
  phase: 3,
  client: (config) => new ECSClient(config),
  calls: [describeServices, describeTaskDefinition],
  async collect(asking) {
    const named = [...ofActions(asking), ...ofDeploymentGroups(asking.known, asking)];
    const distinct = new Map(named.map((one) => [`${one.cluster}/${one.service}`, one]));
    const definitions = new Set<string>();
    for (const one of distinct.values())
      for (const definition of await collectService(asking, one)) definitions.add(definition);
    for (const arn of definitions) {
      const answer = await asking.ask(
        describeTaskDefinition,
        { taskDefinition: arn, include: ['TAGS'] },
        { scope: arn },
      );
      if (answer !== 'gap' && answer !== 'absent')
        asking.note({ kind: 'task-definition', source: describeTaskDefinition, arn, data: answer });
    }
  },
});

/** @returns the task definitions that run in it */
async function collectService(
  { ask, note, account, region, partition }: Asking<ECSClient>,
  { cluster, service }: Named,
): Promise<readonly string[]> {
  const arn = `arn:${partition}:ecs:${region}:${account}:service/${cluster}/${service}`;
  const answer = await ask(describeServices, { cluster, services: [service] }, { scope: arn });
  if (answer === 'gap') return [];
  const data = answer === 'absent' ? null : (answer.services?.[0] ?? null);
  const isMissing =
    answer === 'absent' || answer.failures?.some(({ reason }) => reason === 'MISSING') === true;
  if (data === null && !isMissing) return [];
  note({ kind: 'container-service', source: describeServices, arn, data });
  return [data?.taskDefinition, ...(data?.taskSets ?? []).map((set) => set.taskDefinition)].filter(
    (definition) => definition !== undefined,
  );
}

function ofActions(asking: Asking<ECSClient>): readonly Named[] {
  return actionReferences(asking.known, ['ECS'])
    .filter(({ account, region }) => account === asking.account && region === asking.region)
    .flatMap(({ configuration: { ClusterName, ServiceName } }) =>
      isName(ClusterName) && isName(ServiceName) ? [{ cluster: ClusterName, service: ServiceName }] : [],
    );
}

function ofDeploymentGroups(
  facts: readonly Fact[],
  here: { readonly account: string; readonly region: string },
): readonly Named[] {
  return facts
    .filter(
      ({ kind, account, region }) =>
        kind === 'deployment-group' && account === here.account && region === here.region,
    )
    .flatMap(({ data }) => {
      const services: Json = isJsonObject(data) ? (data.ecsServices ?? null) : null;
      return Array.isArray(services) ? services.flatMap(namedService) : [];
    });
}

function namedService(service: Json): readonly Named[] {
  if (!isJsonObject(service)) return [];
  const { clusterName, serviceName } = service;
  return typeof clusterName === 'string' && typeof serviceName === 'string'
    ? [{ cluster: clusterName, service: serviceName }]
    : [];
}
