// Webhooks that start a pipeline: whoever knows the address calls, and the webhook says how they prove who they are.
import type { Inventory } from '@/lib/model/inventory';
import type { Webhook } from '@/lib/model/service-resource';
import type { ActionSetting } from '@/lib/providers/action-provider';
import type { NodeId, StructureFault } from './hop';
import type { NodeSet } from './node-set';
import type { PathBuilder } from './path-builder';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_WebhookDefinition.html';

const WEBHOOKS = new WeakMap<Inventory, ReadonlyMap<string, readonly Webhook[]>>();

/** Adds a hop for each webhook that starts the pipeline at this source. */
export function addWebhookHops(
  path: PathBuilder,
  nodes: NodeSet,
  { inventory, pipeline, action }: ActionSetting,
  actionId: NodeId,
): void {
  if (action.category !== 'Source') return;
  const key = nameOf({ ...pipeline, pipeline: pipeline.name, action: action.name });
  for (const webhook of webhooksOf(inventory).get(key) ?? [])
    path.add(
      'triggers',
      nodes.add({
        id: `webhook:${webhook.arn}`,
        kind: 'ci',
        account: null,
        region: null,
        name: webhook.name,
        arn: null,
        job: 'webhook',
        scanned: true,
      }),
      actionId,
      [],
      faultsOf(webhook),
    );
}

/** @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_WebhookDefinition.html (read 2026-11-27) */
function faultsOf({ name, authentication, addresses }: Webhook): readonly StructureFault[] {
  const isOpen = authentication === 'IP' && (addresses === null || /\/0$/.test(addresses));
  if (authentication !== 'UNAUTHENTICATED' && !isOpen) return [];
  return [
    {
      rule: 'webhook-without-authentication',
      sentence: `the webhook ${name} takes calls ${isOpen ? 'from every address' : 'without authentication'}: whoever knows its address starts the pipeline`,
      source: DOCS,
      certain: false,
    },
  ];
}

function webhooksOf(inventory: Inventory): ReadonlyMap<string, readonly Webhook[]> {
  const found = WEBHOOKS.get(inventory);
  if (found !== undefined) return found;
  const made = new Map<string, Webhook[]>();
  for (const webhook of inventory.webhooks.values()) {
    const key = nameOf(webhook);
    made.set(key, [...(made.get(key) ?? []), webhook]);
  }
  WEBHOOKS.set(inventory, made);
  return made;
}

function nameOf({
  account,
  region,
  pipeline,
  action,
}: Pick<Webhook, 'account' | 'region' | 'pipeline' | 'action'>) {
  return `${account} ${region} ${pipeline}/${action}`;
}
