// Opens what was kept of a judged snapshot: lists as they are, a pipeline by judging it on its own facts.
import type { Analysis } from '@/lib/analysis/analysis';
import { analyzePipeline } from '@/lib/analysis/analyze';
import type { Settings } from '@/lib/analysis/settings';
import { summaryOf } from '@/lib/analysis/slices';
import type { Finding } from '@/lib/findings/finding';
import { pipelineId } from '@/lib/scene/pipeline-rows';
import type { Store } from '@/lib/store/store';
import { digestOf } from './judgement-key';
import type { KeptSlice } from './keep-judgement';
import type { Header, ViewName, Views } from './views';

/** A judgement that is kept whole. */
export interface KeptJudgement {
  readonly store: Store;
  readonly snapshot: string;
  readonly key: string;
  readonly settings: Settings;
}

/** The views, or null where one is not kept after all. @throws SnapshotProblem */
export async function keptViews<N extends ViewName>(
  { store, snapshot, key }: KeptJudgement,
  names: readonly N[],
): Promise<Views<N> | null> {
  const bodies = await store.piecesOf(snapshot, key, 'view', names);
  if (bodies.size < new Set(names).size) return null;
  return Object.fromEntries([...bodies].map(([name, body]) => [name, JSON.parse(body)])) as Views<N>;
}

export type KeptPipeline =
  | { readonly kind: 'judged'; readonly analysis: Analysis }
  | { readonly kind: 'no such pipeline' }
  /** Something that it hangs on is not among what was kept: the whole snapshot has to be asked. */
  | { readonly kind: 'not enough' };

/** Judges the pipeline with this `account.region.name` or ARN on the facts that it hangs on, and on no others. An answer that is not
 *  that of the whole snapshot is never given. @throws SnapshotProblem */
export async function keptPipeline(
  { store, snapshot, key, settings }: KeptJudgement,
  asked: string,
  header: Header,
): Promise<KeptPipeline> {
  const name = asked.startsWith('arn:') ? pipelineId(asked) : asked;
  const body = (await store.piecesOf(snapshot, key, 'pipeline', [name])).get(name);
  if (body === undefined) return { kind: 'no such pipeline' };
  const kept: KeptSlice = JSON.parse(body);
  const [facts, gaps, findings] = [
    await store.factsOf(snapshot, { arns: kept.facts }),
    await store.gapsOf(snapshot, kept.accounts),
    await store.piecesOf(snapshot, key, 'finding', kept.findings),
  ];
  if (findings.size < kept.findings.length) return { kind: 'not enough' };
  const own = kept.findings.map((id): Finding => JSON.parse(findings.get(id) ?? 'null'));
  const cut = { version: 1 as const, ...header.snapshot, facts, gaps };
  const analysis = analyzePipeline(cut, settings, kept.arn, own);
  const [judged] = analysis?.pipelines ?? [];
  if (analysis === null || judged === undefined || digestOf(summaryOf(judged)) !== kept.summary)
    return { kind: 'not enough' };
  return { kind: 'judged', analysis };
}
