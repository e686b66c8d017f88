// CodeDeploy behind both of its actions: the running role makes the deployment, the group's service role carries it out.
import type { DeploymentGroup } from '@/lib/model/service-resource';
import type { ActionSetting, Call, ServiceRole } from './action-provider';
import { callOn, missingFault } from './call-on';
import { configurationText, openBy } from './configuration';
import { type LookUp, lookUp } from './look-up';
import { needsFor } from './need';

const ROLE_DOCS =
  'https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-service-role.html';
const ECS_ROLE_DOCS =
  'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCodeDeployRoleForECS.html';
const SERVER_ROLE_DOCS =
  'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCodeDeployRole.html';

interface NamedGroup {
  readonly application: ReturnType<typeof configurationText>;
  readonly name: ReturnType<typeof configurationText>;
  readonly arn: string;
  readonly group: LookUp<DeploymentGroup>;
}

/** The group that the configuration names; after `deploymentgroup` stands a colon. Never throws.
 *  @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodedeploy.html (read 2026-11-24) */
export function deploymentGroup({
  action,
  inventory,
  partition,
  account,
  region,
}: ActionSetting): NamedGroup {
  const application = configurationText(action, 'ApplicationName');
  const name = configurationText(action, 'DeploymentGroupName');
  const arn = `arn:${partition}:codedeploy:${region}:${account}:deploymentgroup:${application.text}/${name.text}`;
  const group = lookUp(inventory, inventory.deploymentGroups, arn, {
    name: application.cannotTell === undefined ? name : application,
    call: 'codedeploy:GetDeploymentGroup',
    what: `the deployment group ${application.text}/${name.text}`,
  });
  return { application, name, arn, group };
}

/** Makes a deployment of the revision. `looks`: whether the action looks the application up for certain, as the one for ECS does
 *  (AWS's page and the AWS CDK agree), or whether that, and lists, are merely on AWS's page. Never throws. */
export function makeDeployment(
  setting: ActionSetting,
  docs: string,
  looks: 'for certain' | 'as listed',
): Call {
  const { partition, region, account } = setting;
  const { application, name, arn, group } = deploymentGroup(setting);
  const open = openBy(application, name);
  const place = `arn:${partition}:codedeploy:${region}:${account}`;
  const revisions = `${place}:application:${application.text}`;
  const config = group.kind === 'found' ? group.value.deploymentConfig : null;
  const asks = (actions: readonly string[], resource: string, because: string, essential = true) =>
    needsFor(actions, resource, { because, source: docs, essential, open });
  const listed = (actions: readonly string[], resource: string) =>
    asks(actions, resource, 'AWS lists it among what the action uses.', false);
  return callOn(
    setting,
    {
      kind: 'deployment-group',
      name: { ...openBy(application, name), text: `${application.text}/${name.text}` },
      arn,
      job: 'deployment group',
      scanned: group.kind === 'found',
    },
    [
      ...asks(['codedeploy:CreateDeployment'], arn, 'The action makes a deployment.'),
      ...asks(
        ['codedeploy:GetDeployment'],
        arn,
        'CodePipeline asks again and again how the deployment is doing.',
      ),
      ...asks(
        ['codedeploy:RegisterApplicationRevision', 'codedeploy:GetApplicationRevision'],
        revisions,
        'The action registers the artifact as a revision.',
      ),
      ...asks(
        ['codedeploy:GetDeploymentConfig'],
        `${place}:deploymentconfig:${config ?? '*'}`,
        'Making a deployment looks its configuration up.',
      ),
      ...(looks === 'for certain'
        ? asks(['codedeploy:GetApplication'], revisions, 'The action looks the application up.')
        : [
            ...listed(['codedeploy:GetApplication', 'codedeploy:ListDeploymentGroups'], revisions),
            ...listed(['codedeploy:GetDeploymentGroup', 'codedeploy:ListDeployments'], arn),
            ...listed(['codedeploy:ListDeploymentConfigs'], '*'),
          ]),
    ],
    group.kind === 'absent'
      ? [
          missingFault(
            setting,
            'deployment-group-missing',
            `deployment group ${application.text}/${name.text}`,
            docs,
          ),
        ]
      : [],
  );
}

/** The group's service role. It may trust CodeDeploy as a whole or of one region only.
 *  @see https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-service-role.html (read 2026-11-24) */
export function groupRole(setting: ActionSetting): readonly ServiceRole[] {
  const { group } = deploymentGroup(setting);
  if (group.kind === 'absent') return [];
  const role = {
    service: 'codedeploy.amazonaws.com',
    alsoAs: [`codedeploy.${setting.region}.amazonaws.com`],
    job: 'deployment role',
    sourceArn: null,
    because: 'CodeDeploy carries the deployment out with the role of the group.',
    source: ROLE_DOCS,
  };
  if (group.kind === 'open') return [{ ...role, role: null, calls: [], ...group.open }];
  const { serviceRole } = group.value;
  if (serviceRole === null)
    return [{ ...role, role: null, calls: [], cannotTell: `the group ${group.value.name} names no role` }];
  return [{ ...role, role: serviceRole, calls: platformCalls(setting, group.value) }];
}

function platformCalls(setting: ActionSetting, group: DeploymentGroup): readonly Call[] {
  if (group.platform === 'ECS') return group.containerServices.map((one) => shiftTasks(setting, one));
  return group.platform === 'Server' ? [findInstances(setting)] : [];
}

/** A blue/green deployment always has a task set and a load balancer. */
function shiftTasks(
  setting: ActionSetting,
  { cluster, service }: DeploymentGroup['containerServices'][number],
): Call {
  const place = `arn:${setting.partition}:ecs:${setting.region}:${setting.account}`;
  const arn = `${place}:service/${cluster}/${service}`;
  const shape = {
    because: 'CodeDeploy puts a new set of tasks beside the old one and shifts the traffic.',
    source: ECS_ROLE_DOCS,
  };
  const doubt = 'AWS does not say for certain on which resource this is asked';
  return callOn(setting, { kind: 'container-service', name: { text: service }, arn, job: 'service' }, [
    ...needsFor(['ecs:DescribeServices', 'ecs:UpdateServicePrimaryTaskSet'], arn, shape),
    ...needsFor(['ecs:CreateTaskSet', 'ecs:DeleteTaskSet'], `${place}:task-set/${cluster}/${service}/*`, {
      ...shape,
      open: { doubt },
    }),
    ...needsFor(
      ['elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeListeners'],
      '*',
      shape,
    ),
  ]);
}

function findInstances(setting: ActionSetting): Call {
  return callOn(
    setting,
    { kind: 'instances', name: { text: 'the instances of the group' }, arn: null, job: 'instances' },
    [
      ...needsFor(['ec2:DescribeInstances'], '*', {
        because: 'CodeDeploy finds the instances by their tags or Auto Scaling groups.',
        source: SERVER_ROLE_DOCS,
        open: { doubt: 'a group of on-premises machines needs no instances of EC2' },
      }),
      ...needsFor(['autoscaling:DescribeAutoScalingGroups', 'autoscaling:CompleteLifecycleAction'], '*', {
        essential: false,
        because: 'Needed where the group deploys to Auto Scaling groups.',
        source: SERVER_ROLE_DOCS,
      }),
    ],
  );
}
