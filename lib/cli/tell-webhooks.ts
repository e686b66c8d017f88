// After a scan: tells the addresses of hatstack.yaml which pipelines turned for the worse since the snapshot before.
import type { Analysis } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import { RULE_IDS } from '@/lib/analysis/settings';
import { turnedWorse } from '@/lib/analysis/turned';
import { readAnalysisSettings } from '@/lib/config/analysis-settings';
import { postJson } from '@/lib/notify/post-json';
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
  const ids = (await store.list()).map((row) => row.id);
  const former = ids[ids.indexOf(id) + 1];
  if (!ids.includes(id) || former === undefined)
    return 'there is no snapshot before this one to compare with';
  const read = readAnalysisSettings(undefined, env, RULE_IDS);
  if (read.kind === 'problem') return read.problem;
  const judged = async (one: string): Promise<Analysis> => analyze(await store.read(one), read.settings);
  const [before, now] = [await judged(former), await judged(id)];
  const turned = turnedWorse(before, now);
  return turned.length === 0 ? 'no pipeline turned for the worse' : turnedMessage(before, now, turned);
}
