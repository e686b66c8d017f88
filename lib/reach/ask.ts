// A request that somebody could make of its own, judged on both sides, with the statements it rests on.

import type { Judged } from '@/lib/findings/rule';
import { sessionContext } from '@/lib/graph/execution-context';
import { ABSENT, UNKNOWN } from '@/lib/iam/context';
import type { Context } from '@/lib/iam/request';
import type { Role, User } from '@/lib/model/resource';
import { type AccountId, type Arn, parseArn, type Region } from '@/lib/names/arn';
import { globalRegion } from '@/lib/names/partition';
import { verdictAtWill } from '@/lib/verdict/at-will';
import { judgeNeed } from '@/lib/verdict/judge-need';
import { saidOf } from './said';
import type { Said } from './step';

export interface Asked {
  readonly action: string;
  /** A `*` in it stands for text that is not known, as in the evaluator's requests. */
  readonly resource: Arn;
  readonly account: AccountId | null;
  readonly region: Region;
  readonly context?: Context;
}

const OWN_NETWORK: Context = {
  'aws:SourceVpc': UNKNOWN,
  'aws:SourceVpce': UNKNOWN,
  'aws:VpcSourceIp': UNKNOWN,
  'kms:ViaService': ABSENT,
};

/** Whether the principal may do it; null where it is denied. Never throws. */
export function ask({ inventory, shelf }: Judged, principal: Role | User, asked: Asked): Said | null {
  const { kind, arn, account } = principal;
  const isIam = asked.action.startsWith('iam:');
  const judged = judgeNeed(inventory, shelf, {
    principal: { kind, arn, account },
    action: asked.action,
    resource: asked.resource,
    resourceAccount: asked.account,
    base: sessionContext(isIam ? globalRegion(parseArn(arn)?.partition ?? 'aws') : asked.region),
    context: { ...OWN_NETWORK, ...asked.context },
    essential: false,
    because: '',
    source: '',
  });
  const { gaps, notScanned, decision } = judged;
  const verdict = judged.verdict === 'depends' ? verdictAtWill(decision) : judged.verdict;
  if (verdict === 'denied') return null;
  const sources = judged.sources();
  return saidOf(decision, verdict, (id) => sources.get(id), [
    ...gaps.map((gap) => `${gap.permission} was refused in ${gap.account}`),
    ...notScanned,
  ]);
}
