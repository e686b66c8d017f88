// After a scan: tells the addresses of hatstack.yaml which pipelines turned for the worse since the snapshot before.
import { analyze } from '@/lib/analysis/analyze';
import { RULE_IDS, type Settings } from '@/lib/analysis/settings';
import { turnedWorse } from '@/lib/analysis/turned';
import { readAnalysisSettings } from '@/lib/config/analysis-settings';
import { judgementKey } from '@/lib/kept/judgement-key';
import { keepJudgement } from '@/lib/kept/keep-judgement';
import { keptViews } from '@/lib/kept/open-kept';
import { postJson } from '@/lib/notify/post-json';
import { type PipelineRow, pipelineRows } from '@/lib/scene/pipeline-rows';
import { type TurnedMessage, turnedMessage } from '@/lib/scene/turned-message';
import type { Store } from '@/lib/store/store';

/** Compares the snapshot with the one before it and posts what turned; where nothing did, nothing is sent.
 *  @returns lines for the log, which name hosts and never whole addresses @throws SnapshotProblem */
export async function tellWebhooks(
  store: Store,
  id: string,
  webhooks: readonly string[],
  env: { readonly [name: string]: string | undefined },
): Promise<readonly string[]> {
  if (webhooks.length === 0) return [];
  const message = await messageOf(store, id, env);
  if (typeof message === 'string') return [`webhooks: ${message}`];
  const posted = await Promise.all(webhooks.map((url) => postJson(url, message)));
  return posted.map((one) =>
    one.kind === 'sent'
      ? `webhooks: ${one.host} was told of ${message.pipelines.length}`
      : `webhooks: ${one.host} was not told: ${one.why}`,
  );
}

/** @returns why there is nothing to tell, or the message */
async function messageOf(
  store: Store,
  id: string,
  env: { readonly [name: string]: string | undefined },
): Promise<TurnedMessage | string> {
  const rows = await store.list();
  const at = rows.findIndex((row) => row.id === id);
  const [snapshot, former] = [rows[at], rows[at + 1]];
  if (snapshot === undefined || former === undefined)
    return 'there is no snapshot before this one to compare with';
  const read = readAnalysisSettings(undefined, env, RULE_IDS);
  if (read.kind === 'problem') return read.problem;
  // One after the other: a judgement of a large organisation takes gigabytes, its rows a few megabytes.
  const before = await rowsOf(store, former.id, read.settings);
  const now = await rowsOf(store, id, read.settings);
  const turned = turnedWorse(before, now);
  if (turned.length === 0) return 'no pipeline turned for the worse';
  return turnedMessage(former, { ...snapshot, rows: now }, turned);
}

/** The pipelines as they are judged: from the judgement that is kept beside the snapshot, which is made where there is none; where
 *  nothing is kept, judged for this alone. @throws SnapshotProblem */
async function rowsOf(store: Store, id: string, settings: Settings): Promise<readonly PipelineRow[]> {
  const key = judgementKey(id, settings);
  if (key === null) return pipelineRows(analyze(await store.read(id), settings));
  if (!(await store.arePiecesKept(id, key))) await keepJudgement(store, id, settings, key);
  const views = await keptViews({ store, snapshot: id, key, settings }, ['pipelines']);
  return views?.pipelines ?? pipelineRows(analyze(await store.read(id), settings));
}
