// The example with a mark in every name that a company chose, so that a file can be searched for what must not be there.
import { readFileSync } from 'node:fs';
import type { Snapshot } from '@/lib/snapshot/snapshot';

/** Stands in every name of the marked snapshot, and nowhere else. */
export const MARK = /zqmark/i;

/** Words that make up the names of the example. */
const NAMES =
  /acme|checkout|gift-?cards|warehouse|billing|loyalty|platform|pos-backend|storefront|hatstack-scanner|jenkins|giftly|jaspersoft|artifactory|bastion|anna|kowalski|okafor|chiara|rossi|stocktaking|invoices|Infrastructure|Workloads|NonProd/g;

export interface Marked {
  readonly snapshot: Snapshot;
  /** Account ids, ids of keys, of the organisation, and of roles and users: none has a mark, and none may be there. */
  readonly ids: readonly string[];
}

/** The marked snapshot. Its judgement is that of the example. @throws when the example is not there. */
export function markedSnapshot(): Marked {
  const text = readFileSync('public/samples/acme-retail.json', 'utf8');
  const ids = new Set([
    ...[...text.matchAll(/arn:aws:[a-z0-9-]*:[a-z0-9-]*:(\d{12}):/g)].map(([, id = '']) => id),
    ...[
      ...text.matchAll(
        /\b(?:o-[a-z0-9]{10}|ou-[a-z0-9]{4}-[a-z0-9]{8}|A(?:ROA|IDA)[A-Z0-9]{12,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/g,
      ),
    ].map(([id]) => id),
  ]);
  const snapshot = JSON.parse(text.replace(NAMES, 'zqmark$&')) as Snapshot;
  return {
    snapshot: {
      ...snapshot,
      facts: snapshot.facts.map((fact) =>
        ['pipeline', 'pipeline-state', 'action-execution'].includes(fact.kind)
          ? { ...fact, data: JSON.parse(markedStages(JSON.stringify(fact.data))) }
          : fact,
      ),
    },
    ids: [...ids],
  };
}

/** `"name":"Build"` of stages, actions and artifacts; names that hold a mark already keep the one. */
function markedStages(text: string): string {
  return text.replace(
    /"(name|stageName|actionName)":"((?:(?!zqmark)[A-Za-z0-9._@-])+)"/g,
    (whole, key: string, name: string) =>
      /^(?:NPM_TOKEN|[A-Z_]{3,})$/.test(name) ? whole : `"${key}":"zqmark${name}"`,
  );
}
