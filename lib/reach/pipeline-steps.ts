// Steps through a pipeline: who may rewrite it and hand it its role has that role, by an action of its own making.
import { groupBy } from '@/lib/base/group-by';
import type { Judged } from '@/lib/findings/rule';
import { known } from '@/lib/iam/context';
import type { Pipeline, Role, User } from '@/lib/model/resource';
import type { AccountId, Arn } from '@/lib/names/arn';
import { ask } from './ask';
import { holdersIn, mayHoldAll } from './people';
import { distinct } from './said';
import { openness, type Said, type Step, worstOf } from './step';

/** The roles that the principal comes to wear by rewriting pipelines of its account, each through the pipeline that leaves least open.
 *  An update names the pipeline's role anew, so it takes iam:PassRole too; an action of type Commands then runs any command with it.
 *  Never throws.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_UpdatePipeline.html (read 2026-11-27)
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Commands.html (read 2026-11-27) */
export function changesFrom(judged: Judged, principal: Role | User): readonly Step[] {
  if (!mayChange(judged, principal)) return [];
  return [...pipelinesByRole(judged, principal.account)].flatMap(
    ([role, pipelines]) => changeStep(judged, principal, role, pipelines) ?? [],
  );
}

/** Those who come to wear the role in this way. Never throws. */
export function changesTo(judged: Judged, role: Role): readonly Step[] {
  const pipelines = pipelinesByRole(judged, role.account).get(role.arn);
  if (pipelines === undefined) return [];
  return changersIn(judged, role.account).flatMap(
    (principal) => changeStep(judged, principal, role.arn, pipelines) ?? [],
  );
}

function pipelinesByRole(
  { inventory, shelf }: Judged,
  account: AccountId,
): ReadonlyMap<Arn, readonly Pipeline[]> {
  const all = shelf.once('pipelines by account', () =>
    groupBy(inventory.pipelines.values(), (one) => one.account),
  );
  return shelf.onceOf('pipelines by role in', account, () =>
    groupBy(all.get(account) ?? [], (one) => one.roleArn),
  );
}

/** Roles and users of the account of whom some policy may allow to rewrite a pipeline. */
function changersIn(judged: Judged, account: AccountId): readonly (Role | User)[] {
  return holdersIn(judged, account, ['codepipeline:UpdatePipeline']);
}

function mayChange(judged: Judged, principal: Role | User): boolean {
  return mayHoldAll(judged, principal, ['codepipeline:UpdatePipeline']);
}

function changeStep(
  judged: Judged,
  principal: Role | User,
  role: Arn,
  pipelines: readonly Pipeline[],
): Step | null {
  if (principal.arn === role) return null;
  return judged.shelf.onceOf(`change to ${role}`, principal.arn, () => {
    const passes = passesRole(judged, principal, role, pipelines);
    if (passes === null) return null;
    let best: Step | null = null;
    for (const pipeline of pipelines) {
      const changes = changesPipeline(judged, principal, pipeline);
      if (changes === null) continue;
      const verdict = worstOf([changes.verdict, passes.verdict]);
      if (best !== null && openness(best.verdict) <= openness(verdict)) continue;
      best = {
        kind: 'changes',
        from: { kind: principal.kind, id: principal.arn, account: principal.account },
        to: role,
        pipeline: pipeline.arn,
        service: null,
        verdict,
        halves: distinct([...changes.halves, ...passes.halves]),
        open: [...new Set([...changes.open, ...passes.open])],
      };
      if (verdict === 'allowed') break;
    }
    return best;
  });
}

function passesRole(
  judged: Judged,
  principal: Role | User,
  role: Arn,
  [first]: readonly Pipeline[],
): Said | null {
  if (first === undefined) return null;
  return ask(judged, principal, {
    action: 'iam:PassRole',
    resource: role,
    account: first.account,
    region: first.region,
    context: { 'iam:PassedToService': known('codepipeline.amazonaws.com') },
  });
}

/** Whether the principal may rewrite the pipeline, its role aside; null where it may not. Asked once. Never throws. */
export function changesPipeline(judged: Judged, principal: Role | User, pipeline: Pipeline): Said | null {
  return judged.shelf.onceOf(`changes ${pipeline.arn}`, principal.arn, () =>
    ask(judged, principal, {
      action: 'codepipeline:UpdatePipeline',
      resource: pipeline.arn,
      account: pipeline.account,
      region: pipeline.region,
    }),
  );
}
