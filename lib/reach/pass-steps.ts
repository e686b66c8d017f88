// Steps through a service: who may hand it a role and have it run code of one's own has that role.
import type { Judged } from '@/lib/findings/rule';
import { known } from '@/lib/iam/context';
import { trustedBy } from '@/lib/iam/trusted';
import type { Role, User } from '@/lib/model/resource';
import { type AccountId, type Arn, parseArn } from '@/lib/names/arn';
import { trustPolicy } from '@/lib/verdict/resource-policies';
import { ask } from './ask';
import { assumesTo } from './assume-steps';
import { LAUNCHES, type Launch, launchedArn } from './launches';
import { holdersIn, mayHoldAll, ownRolesIn, regionsOf } from './people';
import { distinct } from './said';
import { openness, type Said, type Step, worstOf } from './step';

const PASS = 'iam:PassRole';

/** The roles of its account that the principal may hand to a service which then runs its code, and which that service may put on.
 *  Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export function passesFrom(judged: Judged, principal: Role | User): readonly Step[] {
  if (!mayHoldAll(judged, principal, [PASS])) return [];
  return runnersIn(judged, principal.account).flatMap(
    ({ role, doors }) => passStep(judged, principal, role, doors) ?? [],
  );
}

/** Those who come to wear the role in this way. Never throws. */
export function passesTo(judged: Judged, role: Role): readonly Step[] {
  const doors = runnersIn(judged, role.account).find((one) => one.role === role)?.doors;
  if (doors === undefined) return [];
  return holdersIn(judged, role.account, [PASS]).flatMap(
    (principal) => passStep(judged, principal, role, doors) ?? [],
  );
}

/** By which services a role can be worn, and the statement of its trust policy that lets each in. */
type Doors = ReadonlyMap<Launch, Said>;

function runnersIn(
  judged: Judged,
  account: AccountId,
): readonly { readonly role: Role; readonly doors: Doors }[] {
  return judged.shelf.onceOf('runners in', account, () =>
    ownRolesIn(judged, account).flatMap((role) => {
      const doors = doorsOf(judged, role);
      return doors.size === 0 ? [] : { role, doors };
    }),
  );
}

function doorsOf(judged: Judged, role: Role): Doors {
  const trust = trustPolicy(judged.inventory, judged.shelf, role.arn)?.policy;
  if (trust === undefined || trust.kind === 'unread') return new Map();
  const { services } = trustedBy(trust, 'sts:AssumeRole');
  const named = LAUNCHES.filter(({ service }) => services.has(service));
  if (named.length === 0) return new Map();
  const steps = assumesTo(judged, role).filter(({ from }) => from.kind === 'service');
  return new Map(
    named.flatMap((launch) => {
      const step = steps.find(({ from }) => from.id === launch.service);
      return step === undefined ? [] : [[launch, step] as const];
    }),
  );
}

function passStep(judged: Judged, principal: Role | User, role: Role, doors: Doors): Step | null {
  if (principal.arn === role.arn) return null;
  return judged.shelf.onceOf(`pass ${role.arn}`, principal.arn, () => {
    let best: Step | null = null;
    for (const [launch, door] of doors) {
      const starts = launches(judged, principal, launch);
      const passes = starts === null ? null : passesRole(judged, principal, role, launch);
      if (starts === null || passes === null) continue;
      const parts = [door, passes, starts];
      const verdict = worstOf(parts.map((one) => one.verdict));
      if (best !== null && openness(best.verdict) <= openness(verdict)) continue;
      best = {
        kind: 'passes',
        from: { kind: principal.kind, id: principal.arn, account: principal.account },
        to: role.arn,
        pipeline: null,
        service: launch.service,
        verdict,
        halves: distinct(parts.flatMap((one) => one.halves)),
        open: [...new Set(parts.flatMap((one) => one.open))],
      };
      if (verdict === 'allowed') break;
    }
    return best;
  });
}

function passesRole(judged: Judged, principal: Role | User, role: Role, launch: Launch): Said | null {
  const any = judged.shelf.onceOf(`passes any role to ${launch.service}`, principal.arn, () =>
    passes(judged, principal, `arn:${partitionOf(principal)}:iam::${principal.account}:role/*`, launch),
  );
  return any === null || any.verdict === 'allowed' ? any : passes(judged, principal, role.arn, launch);
}

function passes(judged: Judged, principal: Role | User, resource: Arn, { service }: Launch): Said | null {
  return ask(judged, principal, {
    action: PASS,
    resource,
    account: principal.account,
    region: 'us-east-1',
    context: { 'iam:PassedToService': known(service) },
  });
}

/** Whether the principal may have the service run something of its own, in the region that leaves least open. Asked once. */
function launches(judged: Judged, principal: Role | User, launch: Launch): Said | null {
  return judged.shelf.onceOf(`launches ${launch.service}`, principal.arn, () => {
    const actions = launch.requests.map(({ action }) => action);
    if (!mayHoldAll(judged, principal, actions)) return null;
    let best: Said | null = null;
    for (const region of regionsOf(judged)) {
      const parts = launch.requests.map((request) =>
        ask(judged, principal, {
          action: request.action,
          resource: launchedArn(request, partitionOf(principal), region, principal.account),
          account: principal.account,
          region,
        }),
      );
      const said = together(parts);
      if (said === null || (best !== null && openness(best.verdict) <= openness(said.verdict))) continue;
      best = said;
      if (said.verdict === 'allowed') break;
    }
    return best;
  });
}

/** All of them; null where one is denied. */
function together(parts: readonly (Said | null)[]): Said | null {
  const all = parts.flatMap((one) => one ?? []);
  if (all.length < parts.length) return null;
  return {
    verdict: worstOf(all.map((one) => one.verdict)),
    halves: distinct(all.flatMap((one) => one.halves)),
    open: [...new Set(all.flatMap((one) => one.open))],
  };
}

function partitionOf({ arn }: Role | User): string {
  return parseArn(arn)?.partition ?? 'aws';
}
