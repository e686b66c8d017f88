// Stack sets: the running role changes the set, CloudFormation then climbs over two more roles into each target account.
import type { StackSet } from '@/lib/model/service-resource';
import { type Arn, arnAccount } from '@/lib/names/arn';
import type { ActionSetting, Call, PassedRole, ServiceRole, StatedNeed } from './action-provider';
import { callOn, missingFault } from './call-on';
import {
  type ConfiguredName,
  configurationText,
  configurationValue,
  openBy,
  openByVariable,
} from './configuration';
import { type LookUp, lookUp } from './look-up';
import { needsFor, needsOnAny } from './need';
import type { StructureFault } from './structure-fault';

const ROLE_DOCS =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html';
const SERVICE = 'cloudformation.amazonaws.com';
const ADMINISTRATION = 'AWSCloudFormationStackSetAdministrationRole';
const EXECUTION = 'AWSCloudFormationStackSetExecutionRole';

interface SetAsks {
  readonly needed: readonly string[];
  readonly wished: readonly string[];
  /** Asked only while there is no set, on everything: AWS names no resource type for it. */
  readonly makes?: boolean;
  readonly docs: string;
}

/** Changes the set that the configuration names. An allow on the set will do, and one on everything for what has no resource type.
 *  @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html (read 2026-11-24) */
export function changeStackSet(
  setting: ActionSetting,
  { needed, wished, makes = false, docs }: SetAsks,
): Call {
  const name = configurationText(setting.action, 'StackSetName');
  const arn = `arn:${setting.partition}:cloudformation:${setting.region}:${setting.account}:stackset/${name.text}:*`;
  const open = openBy(name);
  const because = 'The action changes the stack set and its instances, and waits for them.';
  const spelled = (actions: readonly string[]) => actions.map((one) => `cloudformation:${one}`);
  return callOn(setting, { kind: 'stack-set', name, arn, job: 'stack set' }, [
    ...needsOnAny(spelled(needed), [arn, '*'], { because, source: docs, open }),
    ...needsFor(spelled(wished), arn, { essential: false, because, source: docs, open }),
    ...(makes ? makeSet(setting, arn, docs) : []),
  ]);
}

/** The first run makes the set, and its instances where targets are given. */
function makeSet(setting: ActionSetting, arn: Arn, docs: string): readonly StatedNeed[] {
  const action = 'cloudformation:CreateStackSet';
  const because = 'Needed while the stack set does not exist.';
  if (!isFirstRun(setting)) return needsFor([action], arn, { essential: false, because, source: docs });
  const doubtOfAllow = 'AWS names no resource type for cloudformation:CreateStackSet';
  const first = { because, source: docs, essential: false } as const;
  return [
    ...needsFor([action], '*', first),
    ...needsFor([action], arn, { ...first, open: { doubtOfAllow } }),
  ].map((one) => ({ ...one, oneOf: action }));
}

/** Whether the customer's own roles climb into the target accounts. Never throws.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-StackSets.html (read 2026-11-24) */
export function isSelfManaged({ action }: ActionSetting): boolean {
  return action.configuration.PermissionModel !== 'SERVICE_MANAGED';
}

function administrationRole({ action, partition, account }: ActionSetting): ConfiguredName {
  const named = configurationText(action, 'AdministrationRoleArn');
  return action.configuration.AdministrationRoleArn === undefined
    ? { text: `arn:${partition}:iam::${account}:role/${ADMINISTRATION}` }
    : named;
}

/** Open too where a variable says whether the customer's own roles climb at all. */
function executionRole({ action }: ActionSetting): ConfiguredName {
  const named =
    action.configuration.ExecutionRoleName === undefined
      ? { text: EXECUTION }
      : configurationText(action, 'ExecutionRoleName');
  return { ...named, ...openBy(named, { text: '', ...openByVariable(action, 'PermissionModel') }) };
}

/** The administration role, handed to CloudFormation. Never throws. */
export function passAdministrationRole(setting: ActionSetting): readonly PassedRole[] {
  const role = administrationRole(setting);
  return [
    {
      role: role.cannotTell === undefined ? role.text : null,
      service: SERVICE,
      job: 'administration role',
      because: 'CloudFormation climbs from this role into the target accounts.',
      source: ROLE_DOCS,
      ...openBy(role, { text: '', ...openByVariable(setting.action, 'PermissionModel') }),
    },
  ];
}

/** What the administration role of the configuration puts on: the execution role of each target account. Never throws.
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html (read 2026-11-24) */
export function targetRoles(setting: ActionSetting): readonly ServiceRole[] {
  const role = administrationRole(setting);
  if (role.cannotTell !== undefined) return [];
  const execution = executionRole(setting);
  return climbers(setting, { role: role.text, execution }).map((one) => ({ ...one, isPassed: true }));
}

/** The roles with which a stack set climbs whose instances the action makes: those of the action of this pipeline that makes the
 *  set, else those that the set keeps. Never throws.
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackSet.html (read 2026-11-27) */
export function rolesOfSet(setting: ActionSetting): readonly ServiceRole[] {
  const maker = makerOfSet(setting);
  if (maker !== undefined) {
    const role = administrationRole(maker);
    if (!isSelfManaged(maker) || role.cannotTell !== undefined) return [];
    return climbers(setting, {
      role: role.text,
      execution: executionRole(maker),
    });
  }
  const set = namedSet(setting);
  if (set.kind === 'absent') return [];
  if (set.kind === 'open') return [{ ...CLIMBER, role: null, calls: [], ...set.open }];
  const { isSelfManaged: climbs, administrationRole: role, executionRoleName } = set.value;
  if (!climbs) return [];
  if (role === null)
    return [
      { ...CLIMBER, role: null, calls: [], cannotTell: `the stack set ${set.value.name} names no role` },
    ];
  return climbers(setting, { role, execution: { text: executionRoleName ?? EXECUTION } });
}

/** Whether AWS said that there is no set of this name: the action then makes it. Never throws. */
export function isFirstRun(setting: ActionSetting): boolean {
  return namedSet(setting).kind === 'absent';
}

/** A set that is not there, and that no action of this pipeline makes. Never throws. */
export function missingSetFaults(setting: ActionSetting, docs: string): readonly StructureFault[] {
  if (makerOfSet(setting) !== undefined || namedSet(setting).kind !== 'absent') return [];
  const { text } = configurationText(setting.action, 'StackSetName');
  return [missingFault(setting, 'stack-set-missing', `stack set ${text}`, docs)];
}

function namedSet({ action, inventory, partition, account, region }: ActionSetting): LookUp<StackSet> {
  const name = configurationText(action, 'StackSetName');
  const arn = `arn:${partition}:cloudformation:${region}:${account}:stackset/${name.text}`;
  return lookUp(inventory, inventory.stackSets, arn, {
    name,
    call: 'cloudformation:DescribeStackSet',
    what: `the stack set ${name.text}`,
  });
}

/** The setting with the action of the same pipeline that makes or changes the set in the same account and region. */
function makerOfSet(setting: ActionSetting): ActionSetting | undefined {
  const { action, pipeline, account, region } = setting;
  const maker = pipeline.stages
    .flatMap(({ actions }) => actions)
    .find(
      (one) =>
        one.provider === 'CloudFormationStackSet' &&
        one.configuration.StackSetName === action.configuration.StackSetName &&
        (arnAccount(one.roleArn ?? pipeline.roleArn) ?? pipeline.account) === account &&
        (one.region ?? pipeline.region) === region,
    );
  return maker === undefined ? undefined : { ...setting, action: maker };
}

const CLIMBER = {
  service: SERVICE,
  job: 'administration role',
  sourceArn: null,
  because: 'CloudFormation climbs from this role into the target accounts.',
  source: ROLE_DOCS,
} as const;

/** The role, and what it puts on in the accounts that the action of the setting targets. */
function climbers(
  setting: ActionSetting,
  { role, execution }: { readonly role: string; readonly execution: ConfiguredName },
): readonly ServiceRole[] {
  const targets = deploymentTargets(setting);
  if (targets === null) return [];
  const calls = targets.map((target) =>
    climb(`arn:${setting.partition}:iam::${target.text}:role/${execution.text}`, {
      text: target.text,
      ...openBy(target, execution),
    }),
  );
  return [{ ...CLIMBER, role, calls }];
}

function climb(arn: string, target: ConfiguredName): Call {
  const need: readonly StatedNeed[] = needsFor(['sts:AssumeRole'], arn, {
    because: 'The administration role puts on the execution role of the target account.',
    source: ROLE_DOCS,
    open: openBy(target),
  });
  return {
    kind: 'assumes',
    target: {
      kind: 'role',
      name: arn.slice(arn.lastIndexOf('/') + 1),
      arn: target.cannotTell === undefined ? arn : null,
      account: target.cannotTell === undefined ? arnAccount(arn) : null,
      region: null,
      job: 'execution role',
    },
    needs: need,
  };
}

/** Accounts, or a file of the artifact that lists them; none where the action leaves the targets as they are. */
function deploymentTargets({ action }: ActionSetting): readonly ConfiguredName[] | null {
  const value = configurationValue(action, 'DeploymentTargets');
  if (value.kind === 'missing') return null;
  if (value.kind === 'variable') return [{ text: '*', cannotTell: value.reason }];
  const names = value.text.split(',').map((one) => one.trim());
  const accounts = names.filter((one) => /^\d{12}$/.test(one));
  if (accounts.length === names.length) return accounts.map((text) => ({ text }));
  return [{ text: '*', cannotTell: `which accounts \`${value.text}\` stands for was not read` }];
}
