// Test support: all that a provider asks, as one line each, so that it can be held against a list.
import type { ActionProvider, ActionSetting, PassedRole, ServiceRole, StatedNeed } from './action-provider';

/** `needed codebuild:StartBuild codebuild:us-east-1:…:project/shop`, with the job of the role in front where it is not the running
 *  role; sorted. Never throws. */
export function askedRows(provider: ActionProvider, setting: ActionSetting): readonly string[] {
  const roles = provider.serviceRoles?.(setting) ?? [];
  const rows = [
    ...artifactRows('', provider.artifacts),
    ...(provider.artifacts.alsoOnWrite ?? []).map(({ action, on }) => `wished ${action} the store’s ${on}`),
    ...provider.calls(setting).flatMap(({ needs }) => needs.map((one) => needRow('', one))),
    ...provider.passes(setting).map(passRow),
    ...roles.flatMap((role) => [
      ...(role.isPassed === true ? [] : [wearRow(role)]),
      ...artifactRows(`${role.job}: `, role.artifacts),
      ...role.calls.flatMap(({ needs }) => needs.map((one) => needRow(`${role.job}: `, one))),
    ]),
  ];
  return [...new Set(rows)].sort();
}

const short = (arn: string | null): string => arn?.replace(/^arn:aws:/, '') ?? 'not known';

function needRow(who: string, { essential, oneOf, doubt, cannotTell, ...need }: StatedNeed): string {
  const how = oneOf !== undefined ? 'any' : essential ? 'needed' : 'wished';
  const open = cannotTell !== undefined ? ' (cannot tell)' : doubt !== undefined ? ' (in doubt)' : '';
  return `${who}${how} ${need.action} ${short(need.resource)}${open}`;
}

function passRow({ service, role, job, doubt, cannotTell }: PassedRole): string {
  const open = cannotTell !== undefined ? ' (cannot tell)' : doubt !== undefined ? ' (in doubt)' : '';
  return `passes the ${job} ${short(role)} to ${service}${open}`;
}

function wearRow({ service, alsoAs = [], role, job }: ServiceRole): string {
  return `${[service, ...alsoAs].join(' or ')} puts on the ${job} ${short(role)}`;
}

function artifactRows(
  who: string,
  does:
    | {
        readonly reads: boolean;
        readonly writes: boolean;
        readonly acl?: string;
        readonly writeKey?: unknown;
      }
    | undefined,
): readonly string[] {
  if (does === undefined) return [];
  const acl = does.acl === undefined || does.acl === 'never' ? '' : ` with an ACL: ${does.acl}`;
  return [
    ...(does.reads ? [`${who}reads its inputs`] : []),
    ...(does.writes
      ? [`${who}writes its outputs${acl}${does.writeKey === undefined ? '' : ' under a key of its own'}`]
      : []),
  ];
}
