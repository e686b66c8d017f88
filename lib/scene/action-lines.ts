// One line for each action of a pipeline, and one for each of its hops: what lists and tables show before a path is opened.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Inventory } from '@/lib/model/inventory';
import type { Arn } from '@/lib/names/arn';
import type { JudgedHop, State } from '@/lib/verdict/judgement';
import { actionKey } from './action-trail';
import { answerOf } from './answer';
import { hopSentence } from './hop-words';
import { accountName } from './naming';
import { isOpen } from './need-trail';
import type { PathHead, Words } from './trail';

export interface HopLine {
  readonly number: number;
  readonly sentence: Words;
  readonly state: State;
  readonly overBroad: boolean;
  readonly marks: readonly string[];
  /** Whether somebody answers for all of them today; only where that was asked. */
  readonly accepted?: boolean;
  /** The accounts that decide, by name: one, or two that must both say yes. */
  readonly accounts: readonly string[];
}

export interface ActionLine extends PathHead {
  /** AWS's word for the last run; null: AWS tells of none. */
  readonly run: string | null;
  /** The ids of the findings that make it over-broad. */
  readonly marks: readonly string[];
  readonly hops: readonly HopLine[];
}

/** The lines of all actions, in stage order; none where there is no such pipeline. The long answers, which `actionTrail` gives of one
 *  action, are not put together. Never throws. */
export function actionLines({ inventory, pipelines }: Analysis, pipelineArn: Arn): readonly ActionLine[] {
  const pipeline = inventory.pipelines.get(pipelineArn);
  const judged = pipelines.find((one) => one.arn === pipelineArn);
  if (pipeline === undefined || judged === undefined) return [];
  const jobs = new Map(judged.nodes.map(({ id, job }) => [id, job]));
  return judged.paths.map((path) => ({
    key: actionKey(path),
    stage: path.path.stage,
    action: path.path.action,
    provider: jobs.get(path.path.actionNode) ?? path.path.provider,
    account: accountName(inventory, path.path.account),
    region: path.path.region,
    state: path.state,
    overBroad: path.overBroad,
    marks: path.marks,
    answer: answerOf(inventory, pipeline, judged, path),
    run: pipeline.runs[`${path.path.stage}/${path.path.action}`]?.status ?? null,
    hops: path.hops.map((hop, index) => ({
      number: index + 1,
      sentence: hopSentence(inventory, judged.nodes, hop),
      state: hop.state,
      overBroad: hop.overBroad,
      marks: hop.marks,
      accounts: accountsOf(inventory, hop),
    })),
  }));
}

/** A side without an account is AWS itself, which needs no policy of ours. */
function accountsOf(inventory: Inventory, { needs }: JudgedHop): readonly string[] {
  const accounts = needs.flatMap((judged) => {
    const { principal, resourceAccount } = judged.need;
    const caller = 'account' in principal ? principal.account : null;
    return caller === null || isOpen(judged) ? [caller ?? resourceAccount] : [caller, resourceAccount];
  });
  return [
    ...new Set(accounts.flatMap((account) => (account === null ? [] : accountName(inventory, account)))),
  ];
}
