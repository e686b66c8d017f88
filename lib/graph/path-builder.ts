// Builds the hops of one action, one after the other, in the order in which an execution makes them.
import type { Principal } from '@/lib/iam/request';
import type { PipelineAction } from '@/lib/model/resource';
import { type Arn, arnAccount } from '@/lib/names/arn';
import type { ActionSetting, Open, StatedNeed } from '@/lib/providers/action-provider';
import { sessionContext } from './execution-context';
import type { Hop, HopKind, Need, NodeId, StructureFault } from './hop';

export interface PathBuilder {
  readonly hops: readonly Hop[];
  readonly add: (
    kind: HopKind,
    from: NodeId,
    to: NodeId,
    needs: readonly Need[],
    faults?: readonly StructureFault[],
  ) => void;
}

/** A builder whose hop ids are made of pipeline, stage, action, kind and both ends, so that they stay the same from scan to scan. */
export function pathBuilder(pipeline: Arn, action: PipelineAction): PathBuilder {
  const hops: Hop[] = [];
  const place = `${pipeline}/${action.stage}/${action.name}`;
  return {
    hops,
    add(kind, from, to, needs, faults = []) {
      const id = `${place} ${kind} ${from} ${to}`;
      const count = hops.filter((hop) => hop.kind === kind && hop.from === from && hop.to === to).length;
      hops.push({
        // Two roles may do the same on one path (the action's and the instance's both fetch the revision).
        id: count === 0 ? id : `${id} #${count + 1}`,
        kind,
        from,
        to,
        needs,
        faults,
      });
    },
  };
}

/** The session of a role as a principal. Never throws. */
export function sessionOf(role: Arn): Principal {
  return { kind: 'role', arn: role, account: arnAccount(role) ?? '' };
}

/** A stated need with its principal and the context of the execution; what the need says of a key wins. Never throws. */
export function needOf(principal: Principal, region: string, stated: StatedNeed): Need {
  return {
    principal,
    action: stated.action,
    resource: stated.resource,
    resourceAccount: stated.resourceAccount ?? arnAccount(stated.resource),
    base: sessionContext(region),
    context: stated.context ?? {},
    essential: stated.essential,
    because: stated.because,
    source: stated.source,
    ...openOf(stated),
    ...(stated.objectOwner === undefined ? {} : { objectOwner: stated.objectOwner }),
    ...(stated.oneOf === undefined ? {} : { oneOf: stated.oneOf }),
  };
}

/** Only what makes a request open. Never throws. */
export function openOf({ cannotTell, unread, doubt, doubtOfAllow }: Open): Open {
  return {
    ...(cannotTell === undefined ? {} : { cannotTell }),
    ...(unread === undefined ? {} : { unread }),
    ...(doubt === undefined ? {} : { doubt }),
    ...(doubtOfAllow === undefined ? {} : { doubtOfAllow }),
  };
}

/** The same for the role that runs an action. Never throws. */
export function needsOfAction(setting: ActionSetting, stated: readonly StatedNeed[]): readonly Need[] {
  const session = sessionOf(setting.role);
  return stated.map((one) => needOf(session, setting.region, one));
}
