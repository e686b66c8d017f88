// The rows of the pipelines table.
import type { Analysis } from '@/lib/analysis/analysis';
import { isProd } from '@/lib/model/tier';
import { type Arn, parseArn } from '@/lib/names/arn';
import { PARTITIONS } from '@/lib/names/partition';
import type { JudgedPath, JudgedPipeline, State } from '@/lib/verdict/judgement';
import { answerOf } from './answer';
import { accountName } from './naming';
import type { Words } from './trail';
import { words } from './words';

export interface PipelineRow {
  readonly arn: Arn;
  /** `account.region.name`: how a pipeline is named in a URL. */
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly account: string;
  readonly region: string;
  readonly type: string;
  readonly state: State;
  readonly overBroad: boolean;
  /** Whether somebody answers today for all that makes it so; only where that was asked. */
  readonly accepted?: boolean;
  readonly why: Words;
  /** The pipeline's own account first. */
  readonly accounts: readonly { readonly name: string; readonly isProd: boolean }[];
  readonly regions: readonly string[];
  readonly actions: number;
  readonly run: { readonly status: string; readonly at: string | null } | null;
}

/** `account.region.name`: neither an account id nor a region holds a dot. Never throws. */
export function pipelineId(arn: Arn): string {
  const parts = parseArn(arn);
  return parts === null ? arn : `${parts.account}.${parts.region}.${parts.resource}`;
}

/** What a pipeline of that id, or ARN, may be called by AWS: one for each partition. Never throws. */
export function arnsOfPipelineId(id: string): readonly Arn[] {
  const [account, region, ...name] = id.split('.');
  return [
    id,
    ...PARTITIONS.map((partition) => `arn:${partition}:codepipeline:${region}:${account}:${name.join('.')}`),
  ];
}

/** One row for each pipeline, in the order of the analysis: worst first. Never throws. */
export function pipelineRows(analysis: Analysis): readonly PipelineRow[] {
  return analysis.pipelines.flatMap((judged) => rowOf(analysis, judged) ?? []);
}

function rowOf(analysis: Analysis, judged: JudgedPipeline): PipelineRow | null {
  const { inventory } = analysis;
  const pipeline = inventory.pipelines.get(judged.arn);
  if (pipeline === undefined) return null;
  return {
    arn: judged.arn,
    id: pipelineId(judged.arn),
    name: pipeline.name,
    accountId: pipeline.account,
    account: accountName(inventory, pipeline.account),
    region: pipeline.region,
    type: pipeline.type,
    state: judged.state,
    overBroad: judged.overBroad,
    why: whyOf(analysis, judged, worstPath(judged)),
    accounts: distinct(
      pipeline.account,
      judged.paths.map((path) => path.path.account),
    ).map((account) => ({
      name: accountName(inventory, account),
      isProd: isProd(inventory, account),
    })),
    regions: distinct(
      pipeline.region,
      judged.paths.map((path) => path.path.region),
    ),
    actions: judged.paths.length,
    run: lastRun(pipeline.runs),
  };
}

function worstPath(judged: JudgedPipeline): JudgedPath | undefined {
  return judged.state === 'works' ? undefined : judged.paths.find((path) => path.state === judged.state);
}

function whyOf({ inventory }: Analysis, judged: JudgedPipeline, path: JudgedPath | undefined): Words {
  const pipeline = inventory.pipelines.get(judged.arn);
  if (path === undefined || pipeline === undefined) {
    const hops = judged.paths.reduce((sum, one) => sum + one.hops.length, 0);
    return words(`All ${hops} hops work`);
  }
  return answerOf(inventory, pipeline, judged, path);
}

function distinct(first: string, rest: readonly string[]): readonly string[] {
  const others = [...new Set(rest)].filter((one) => one !== first).sort();
  return [first, ...others];
}

/** AWS's word for the run as a whole: a failed action fails it, one under way keeps it going. */
function lastRun(runs: {
  readonly [key: string]: { readonly status: string; readonly at: string | null };
}): PipelineRow['run'] {
  const all = Object.values(runs);
  const at = all
    .map((run) => run.at ?? '')
    .sort()
    .at(-1);
  const status = ['Failed', 'InProgress', 'Abandoned', 'Succeeded'].find((word) =>
    all.some((run) => run.status === word),
  );
  return status === undefined ? null : { status, at: at === undefined || at === '' ? null : at };
}
