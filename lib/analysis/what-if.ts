// Edits that somebody thinks of: read from a file, put together, and held against the snapshot that they are tried on.
import { fingerprint } from '@/lib/base/fingerprint';
import type { Json } from '@/lib/base/json';
import { readJsonText } from '@/lib/base/json-text';
import { documentProblems } from '@/lib/iam/check-text/check-policy-text';
import type { PolicyKind } from '@/lib/iam/check-text/policy-kind';
import { guardrailAt } from '@/lib/model/guardrail-overlay';
import type { Inventory } from '@/lib/model/inventory';
import { documentAt, type PolicyEdit, type PolicyPlace, placeKey, withEdits } from '@/lib/model/overlay';
import { madeFrom, readWhatIf, type WhatIf, type WhatIfEdit, whatIfJson } from '@/lib/model/what-if';
import { arnName } from '@/lib/names/arn';
import type { Analysis } from './analysis';

export type { PolicyEdit, PolicyPlace, WhatIf, WhatIfEdit };

export type ReadWhatIf =
  | { readonly kind: 'what-if'; readonly whatIf: WhatIf }
  | { readonly kind: 'problem'; readonly problem: string };

/** What a file holds, or one line on what is wrong with it: its JSON, its shape, or a policy in it that AWS would refuse. Never
 *  throws. */
export function readWhatIfText(text: string): ReadWhatIf {
  const json = readJsonText(text);
  if (json.kind === 'mistake') {
    const { line, column } = json.place;
    return { kind: 'problem', problem: `line ${line}, column ${column}: ${json.message}` };
  }
  const read = readWhatIf(json.value);
  if (read.kind === 'problem') return read;
  for (const [index, { place, document }] of read.whatIf.edits.entries()) {
    const wrong = documentProblems(document, policyKindOf(place)).find(
      ({ severity }) => severity === 'error',
    );
    if (wrong === undefined) continue;
    const at = wrong.pointer === '' ? '' : ` \`${wrong.pointer}\`:`;
    return { kind: 'problem', problem: `edit ${index + 1}:${at} ${wrong.message}` };
  }
  return { kind: 'what-if', whatIf: { ...read.whatIf, edits: onePerPlace(read.whatIf.edits) } };
}

/** What AWS asks of the text in a place. Never throws. */
export function policyKindOf(place: PolicyPlace): PolicyKind {
  if (place.kind !== 'guardrail') return place.kind;
  return place.policy.includes('/resource_control_policy/') ? 'rcp' : 'scp';
}

/** The what-if with one edit more: in place of one in the same place, and none where the text is again what the snapshot says. Null
 *  where no edit is left. Never throws. */
export function withEditMade(
  { inventory, snapshot }: Analysis,
  base: WhatIf | null,
  { place, document }: PolicyEdit,
): WhatIf | null {
  const before = documentAt(inventory, place) ?? null;
  const others = (base?.edits ?? []).filter((one) => placeKey(one.place) !== placeKey(place));
  const isUndone = before !== null && fingerprint(before) === fingerprint(document);
  const edits = isUndone ? others : [...others, { place, document, madeFrom: madeFrom(before) }];
  return edits.length === 0 ? null : { snapshot: base?.snapshot ?? snapshot.id, edits };
}

/** The what-if without the edit in this place; null where no edit is left. Never throws. */
export function withoutEdit(base: WhatIf, place: PolicyPlace): WhatIf | null {
  const edits = base.edits.filter((one) => placeKey(one.place) !== placeKey(place));
  return edits.length === 0 ? null : { ...base, edits };
}

/** How an edit stands to the snapshot that it is tried on.
 *  applies: it was made from this very text; stale: from another, so it may take back what somebody changed since; elsewhere:
 *  what was looked at has no such policy, so it changes nothing here; nothing: the policy says this already. */
export type EditStanding = 'applies' | 'stale' | 'elsewhere' | 'nothing';

/** Holds an edit against an inventory. Never throws. */
export function standingOf(inventory: Inventory, edit: WhatIfEdit): EditStanding {
  const before = documentAt(inventory, edit.place);
  if (before !== undefined && before !== null && fingerprint(before) === fingerprint(edit.document))
    return 'nothing';
  const after = documentAt(withEdits(inventory, [edit]), edit.place);
  if (after === undefined || after === null || fingerprint(after) !== fingerprint(edit.document))
    return 'elsewhere';
  return madeFrom(before ?? null) === edit.madeFrom ? 'applies' : 'stale';
}

/** `key policy of artifacts-use2`: how a place is named, without its article. Never throws. */
export function placeTitle(inventory: Inventory, place: PolicyPlace): string {
  switch (place.kind) {
    case 'trust':
      return `trust policy of ${arnName(place.role)}`;
    case 'inline':
      return `inline policy ${place.name} of ${arnName(place.owner)}`;
    case 'managed':
      return `managed policy ${arnName(place.policy)}`;
    case 'bucket':
      return `bucket policy of ${arnName(place.bucket)}`;
    case 'key': {
      const alias = inventory.keys.get(place.key)?.aliases[0]?.replace(/^alias\//, '');
      return `key policy of ${alias ?? arnName(place.key)}`;
    }
    case 'resource':
      return `policy of ${arnName(place.resource)}`;
    case 'guardrail':
      return `${policyKindOf(place).toUpperCase()} ${guardrailAt(inventory, place.policy)?.name ?? arnName(place.policy)}`;
  }
}

function onePerPlace(edits: readonly WhatIfEdit[]): readonly WhatIfEdit[] {
  return [...new Map(edits.map((edit) => [placeKey(edit.place), edit])).values()];
}

/** The text of a document as it is edited and compared. Never throws. */
export function documentText(document: Json): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The text of its file. Never throws. */
export function whatIfText(whatIf: WhatIf): string {
  return documentText(whatIfJson(whatIf));
}
