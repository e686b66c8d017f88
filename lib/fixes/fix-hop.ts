// The smallest changes that make a broken hop work, and whose they are.
import type { Json } from '@/lib/base/json';
import type { Principal } from '@/lib/iam/request';
import type { Inventory } from '@/lib/model/inventory';
import { type Arn, arnAccount, arnName } from '@/lib/names/arn';
import type { JudgedHop, JudgedNeed } from '@/lib/verdict/judgement';
import type { Fix } from './fix';

/** What to change so that every denied essential need of the hop is allowed: on the principal's side, the resource's side, or both.
 *  Where somebody forbids (an explicit deny, an SCP, a boundary) the fix says who must lift what, and adds no allow. Never throws. */
export function fixesForHop(inventory: Inventory, hop: JudgedHop): readonly Fix[] {
  const denied = hop.needs.filter(
    (one) =>
      one.verdict === 'denied' &&
      (one.need.essential || one.need.oneOf !== undefined) &&
      hop.state === 'broken',
  );
  if (denied.length === 0) return [];
  const lifts = denied.flatMap((one) => liftsFor(inventory, one));
  if (lifts.length > 0) return unique(lifts);
  const onResource = denied.filter((one) => failsAt(one, 'resource'));
  const onPrincipal = denied.filter((one) => failsAt(one, 'identity'));
  return [...resourceFixes(inventory, onResource), ...identityFixes(onPrincipal)];
}

function failsAt(judged: JudgedNeed, side: 'resource' | 'identity'): boolean {
  const { sides } = judged.explain();
  if (!sides.crossAccount) return judged.decision.by === side;
  return side === 'resource' ? sides.resource === 'denied' : sides.principal === 'denied';
}

function resourceFixes(inventory: Inventory, denied: readonly JudgedNeed[]): readonly Fix[] {
  const first = denied[0];
  if (first === undefined) return [];
  const { need } = first;
  const account = need.resourceAccount ?? arnAccount(need.resource) ?? '';
  if (need.action === 'sts:AssumeRole' && !inventory.roles.has(need.resource)) {
    return [
      {
        account,
        where: `the role ${arnName(need.resource)}`,
        sentence: `create the role ${need.resource}, or name another one in the pipeline`,
        statement: null,
      },
    ];
  }
  const where = resourceTitle(inventory, need.action, need.resource, first);
  const principal = principalElement(need.principal);
  if (principal === null) return [];
  const isTrust = need.action === 'sts:AssumeRole';
  const isKey = need.action.startsWith('kms:');
  const statement: Json = {
    Effect: 'Allow',
    Principal: principal,
    Action: oneOrList(denied.map((one) => one.need.action)),
    ...(isTrust ? {} : { Resource: isKey ? '*' : oneOrList(denied.map((one) => one.need.resource)) }),
  };
  return [
    {
      account,
      where,
      sentence: `add a statement to ${where} that names ${principalName(need.principal)}`,
      statement,
    },
  ];
}

function identityFixes(denied: readonly JudgedNeed[]): readonly Fix[] {
  const principal = denied[0]?.need.principal;
  if (principal === undefined || !('arn' in principal)) return [];
  const where = `the identity policies of ${arnName(principal.arn)}`;
  const statement: Json = {
    Effect: 'Allow',
    Action: oneOrList(denied.map((one) => one.need.action)),
    Resource: oneOrList(denied.map((one) => one.need.resource)),
  };
  return [{ account: principal.account, where, sentence: `add a statement to ${where}`, statement }];
}

/** Who must lift what: guardrails and explicit denies are never answered by another allow. */
function liftsFor(inventory: Inventory, judged: JudgedNeed): readonly Fix[] {
  const { decision, need } = judged;
  const sources = judged.sources();
  const principalAccount =
    'account' in need.principal ? need.principal.account : (need.resourceAccount ?? '');
  if (decision.by === 'explicit-deny') {
    return decision.evidence
      .filter((one) => one.effect === 'Deny')
      .map((one) => {
        const source = sources.get(one.policy);
        const guardrail = one.layer === 'scp' || one.layer === 'rcp';
        return {
          account: guardrail ? managementAccount(inventory) : (source?.account ?? principalAccount),
          where: source?.title ?? one.policy,
          sentence: `${guardrail ? 'the organisation must exempt' : 'exempt'} ${principalName(need.principal)} from statement ${one.statement + 1} of ${source?.title ?? one.policy}, which denies ${need.action}`,
          statement: null,
        };
      });
  }
  if (decision.by === 'scp' || decision.by === 'rcp') {
    return [
      {
        account: managementAccount(inventory),
        where: `the ${decision.by.toUpperCase()}s above account ${principalAccount}`,
        sentence: `the organisation must allow ${need.action} at every level above account ${principalAccount}`,
        statement: null,
      },
    ];
  }
  if (decision.by === 'boundary' || decision.by === 'session' || decision.by === 'endpoint') {
    return [
      {
        account: principalAccount,
        where: `the ${decision.by === 'boundary' ? 'permissions boundary' : `${decision.by} policy`} of ${principalName(need.principal)}`,
        sentence: `allow ${need.action} on ${need.resource} in it`,
        statement: null,
      },
    ];
  }
  return [];
}

function managementAccount(inventory: Inventory): string {
  return [...inventory.accounts.values()].find((account) => account.management)?.id ?? '';
}

function resourceTitle(inventory: Inventory, action: string, resource: Arn, judged: JudgedNeed): string {
  const source = [...judged.sources().values()].find(
    (one) => one.id === `trust:${resource}` || one.id.startsWith('resource:'),
  );
  if (source !== undefined) return `the ${source.title}`;
  if (action === 'sts:AssumeRole') return `the trust policy of ${arnName(resource)}`;
  if (action.startsWith('kms:'))
    return `the key policy of ${inventory.keys.get(resource)?.aliases[0]?.replace(/^alias\//, '') ?? arnName(resource)}`;
  return `the bucket policy of ${resource.split(':::')[1]?.split('/')[0] ?? resource}`;
}

function principalElement(principal: Principal): { readonly [key: string]: string } | null {
  if (principal.kind === 'service') return { Service: principal.service };
  return 'arn' in principal ? { AWS: principal.arn } : null;
}

function principalName(principal: Principal): string {
  if (principal.kind === 'service') return principal.service;
  return 'arn' in principal ? principal.arn : principal.kind;
}

function oneOrList(values: readonly string[]): Json {
  const list = [...new Set(values)].sort();
  return list.length === 1 ? (list[0] ?? '') : list;
}

function unique(fixes: readonly Fix[]): readonly Fix[] {
  return [...new Map(fixes.map((fix) => [`${fix.account} ${fix.sentence}`, fix])).values()];
}
