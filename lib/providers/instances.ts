// The roles of EC2 instances to which something is deployed: each instance fetches the artifact by itself.
import type { ActionSetting, ServiceRole } from './action-provider';
import type { ConfiguredName } from './configuration';
import { lookUp } from './look-up';
import type { StructureFault } from './structure-fault';

const DOCS =
  'https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-iam-instance-profile.html';

const ROLE = {
  service: 'ec2.amazonaws.com',
  job: 'instance role',
  sourceArn: null,
  because: 'Every instance fetches the artifact with the role of its instance profile.',
  source: DOCS,
  calls: [],
} as const;

function found({ inventory }: ActionSetting, arn: string, name: ConfiguredName) {
  return lookUp(inventory, inventory.instances, arn, {
    name,
    call: 'ec2:DescribeInstances',
    what: 'the list of instances that it deploys to',
  });
}

/** One role for each profile among the instances. `arn`: what is deployed to, a deployment group or a tag. Never throws.
 *  @see https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-iam-instance-profile.html (read 2026-11-24) */
export function instanceRoles(
  setting: ActionSetting,
  arn: string,
  name: ConfiguredName,
): readonly ServiceRole[] {
  const instances = found(setting, arn, name);
  if (instances.kind === 'absent') return [];
  if (instances.kind === 'open') return [{ ...ROLE, role: null, ...instances.open }];
  const profiles = new Set(instances.value.profiles.filter((profile) => profile !== null));
  return [...profiles].sort().map((profile): ServiceRole => {
    const role = [...setting.inventory.roles.values()].find((one) => one.instanceProfiles.includes(profile));
    if (role === undefined)
      return {
        ...ROLE,
        role: null,
        cannotTell: `which role is in the instance profile ${profile} was not read`,
      };
    return { ...ROLE, role: role.arn, artifacts: { reads: true, writes: false } };
  });
}

/** Instances without a profile, and deployments to none. Never throws. */
export function instanceFaults(
  setting: ActionSetting,
  arn: string,
  name: ConfiguredName,
): readonly StructureFault[] {
  const instances = found(setting, arn, name);
  if (instances.kind !== 'found') return [];
  const { profiles } = instances.value;
  const bare = profiles.filter((profile) => profile === null).length;
  const fault = (rule: string, sentence: string) => [{ rule, sentence, source: DOCS, certain: false }];
  if (profiles.length === 0) return fault('no-instances', 'no instance matches what the action deploys to');
  if (bare === 0) return [];
  const which =
    bare === profiles.length ? 'none of the instances has' : `${bare} of ${profiles.length} instances lack`;
  return fault('instance-without-profile', `${which} an instance profile with which to fetch the artifact`);
}
