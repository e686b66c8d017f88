// What principals may do with pipelines that they take no part in: change, start, approve.
import { known } from '@/lib/iam/context';
import type { Pipeline, Role, User } from '@/lib/model/resource';
import { isProd } from '@/lib/model/tier';
import type { Arn } from '@/lib/names/arn';
import { type Answer, mayDo } from './ask';
import { NOBODY } from './nobody';
import { holdersOf } from './principals';
import type { Judged } from './rule';

export interface PipelinePower {
  readonly principal: Role | User;
  readonly action: string;
  readonly pipelines: readonly Arn[];
  /** One of those that counts: shown where any is. */
  readonly answer: Answer;
}

/** Who may do the action on which pipelines of its account, administrators left out. Where the policies name no pipeline, one answer
 *  stands for all. Never throws. */
export function whoMay(judged: Judged, action: string): readonly PipelinePower[] {
  return judged.shelf.once(`who may ${action}`, () => {
    const byAccount = new Map<string, Pipeline[]>();
    for (const pipeline of judged.inventory.pipelines.values())
      byAccount.set(pipeline.account, [...(byAccount.get(pipeline.account) ?? []), pipeline]);
    return [...byAccount].flatMap(([account, pipelines]) => {
      const region = pipelines[0]?.region ?? 'us-east-1';
      return holdersOf(judged, account, action, region).flatMap((principal) =>
        powerOf(judged, principal, action, pipelines),
      );
    });
  });
}

function powerOf(
  judged: Judged,
  principal: Role | User,
  action: string,
  pipelines: readonly Pipeline[],
): readonly PipelinePower[] {
  const [first] = pipelines;
  if (first === undefined) return [];
  const ask = (arn: Arn, region: string) =>
    mayDo(judged, principal, {
      action,
      resource: `${arn}${suffixOf(action)}`,
      account: first.account,
      region,
    });
  const any = ask(first.arn.slice(0, first.arn.lastIndexOf(':') + 1) + NOBODY, first.region);
  if (any.verdict === 'allowed')
    return [{ principal, action, pipelines: pipelines.map((one) => one.arn), answer: any }];
  const answers = pipelines.map((one) => ({ arn: one.arn, answer: ask(one.arn, one.region) }));
  const sure = answers.filter((one) => one.answer.verdict === 'allowed');
  const told = sure.length > 0 ? sure : answers.filter((one) => one.answer.verdict === 'unknown');
  const [counts] = told;
  return counts === undefined
    ? []
    : [{ principal, action, pipelines: told.map((one) => one.arn), answer: counts.answer }];
}

/** Approvals and transitions are asked about with stage and action.
 *  @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodepipeline.html (read 2026-11-27) */
function suffixOf(action: string): string {
  if (action === 'codepipeline:PutApprovalResult') return '/*/*';
  return /(StageTransition|RetryStageExecution|OverrideStageCondition|RollbackStage)$/.test(action)
    ? '/*'
    : '';
}

/** Those of which the principal may also hand the pipeline's role to CodePipeline: an update names the role anew. Never throws. */
export function withPassRole(judged: Judged, power: PipelinePower): PipelinePower | null {
  const roles = new Map<Arn, Answer>();
  const kept = power.pipelines.filter((arn) => {
    const pipeline = judged.inventory.pipelines.get(arn);
    if (pipeline === undefined) return false;
    const { roleArn, account, region } = pipeline;
    const answer =
      roles.get(roleArn) ??
      mayDo(judged, power.principal, {
        action: 'iam:PassRole',
        resource: roleArn,
        account,
        region,
        context: { 'iam:PassedToService': known('codepipeline.amazonaws.com') },
      });
    roles.set(roleArn, answer);
    return answer.verdict === 'allowed' || answer.verdict === 'unknown';
  });
  const passes = [...roles.values()].find((one) => one.verdict === 'allowed') ?? [...roles.values()][0];
  if (kept.length === 0 || passes === undefined) return null;
  const isSure = power.answer.verdict === 'allowed' && passes.verdict === 'allowed';
  return {
    ...power,
    pipelines: kept,
    answer: {
      verdict: isSure ? 'allowed' : 'unknown',
      evidence: [...power.answer.evidence, ...passes.evidence],
      open: isSure ? [] : [...power.answer.open, ...passes.open],
    },
  };
}

/** Those that reach production. Never throws. */
export function prodAmong(judged: Judged, pipelines: readonly Arn[]): readonly Arn[] {
  const prod = judged.shelf.once(
    'prod pipelines',
    () =>
      new Set(
        judged.pipelines
          .filter((one) => one.paths.some(({ path }) => isProd(judged.inventory, path.account)))
          .map((one) => one.arn),
      ),
  );
  return pipelines.filter((arn) => prod.has(arn));
}

/** `shop`, or `12 pipelines`. Never throws. */
export function pipelineWords({ inventory }: Judged, pipelines: readonly Arn[]): string {
  const [only] = pipelines;
  return pipelines.length === 1 && only !== undefined
    ? (inventory.pipelines.get(only)?.name ?? only)
    : `${pipelines.length} pipelines`;
}
