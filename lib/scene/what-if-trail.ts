// A what-if in words: what was edited, what turns by it, and the text of one policy as somebody edits it.
import type { Analysis } from '@/lib/analysis/analysis';
import { type TurnedState, turnedStates } from '@/lib/analysis/turned-states';
import {
  documentText,
  type EditStanding,
  type PolicyPlace,
  placeTitle,
  policyKindOf,
  standingOf,
  type WhatIf,
  withEditMade,
} from '@/lib/analysis/what-if';
import { fixesForFinding } from '@/lib/fixes/fix-finding';
import type { PolicyKind } from '@/lib/iam/check-text/policy-kind';
import { documentAt, placeKey } from '@/lib/model/overlay';
import { type Arn, arnAccount } from '@/lib/names/arn';
import { placeOfPolicy, policyInPlace } from '@/lib/verdict/policy-place';
import { actionKey } from './action-trail';
import { accountName } from './naming';

export interface WhatIfTrail {
  readonly edits: readonly {
    /** What the policy is called where it is edited. */
    readonly policy: string;
    /** `key policy of artifacts-use2`. */
    readonly title: string;
    /** Why it may not mean what it did when it was made; null where it does. */
    readonly remark: string | null;
  }[];
  readonly turned: readonly TurnedState[];
  /** Titles of the findings that make the pipeline over-broad: those that go with the edits, and those that come. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** What the edits come to. `asIs` is the judgement without them. Never throws. */
export function whatIfTrail(asIs: Analysis, wouldBe: Analysis, pipeline: Arn, whatIf: WhatIf): WhatIfTrail {
  const { inventory } = asIs;
  return {
    edits: whatIf.edits.map((edit) => ({
      policy: policyInPlace(edit.place),
      title: placeTitle(inventory, edit.place),
      remark: REMARKS[standingOf(inventory, edit)],
    })),
    turned: turnedStates(asIs, wouldBe, pipeline),
    gone: marksBeside(asIs, wouldBe, pipeline),
    come: marksBeside(wouldBe, asIs, pipeline),
  };
}

/** Titles of the findings that mark the pipeline here and not there. */
function marksBeside(here: Analysis, there: Analysis, pipeline: Arn): readonly string[] {
  const marksIn = ({ pipelines }: Analysis) => pipelines.find(({ arn }) => arn === pipeline)?.marks ?? [];
  const known = new Set(marksIn(there));
  const titles = new Map(here.findings.map(({ id, title }) => [id, title]));
  return marksIn(here).flatMap((id) => (known.has(id) ? [] : (titles.get(id) ?? [])));
}

const REMARKS: { readonly [standing in EditStanding]: string | null } = {
  applies: null,
  stale: 'it has changed since this edit was made',
  elsewhere: 'this pipeline does not hang on it: the edit changes nothing here',
  nothing: 'it says this already',
};

export interface PolicyEditing {
  readonly policy: string;
  readonly title: string;
  /** The account whose people could change it, by name; null where that is not known. */
  readonly account: string | null;
  readonly kind: PolicyKind;
  /** The text in the snapshot; null: there is no policy yet. */
  readonly before: string | null;
  /** The text to go on with. */
  readonly text: string;
  readonly isEdited: boolean;
}

/** The policy of that name, ready to be edited; null where there is none, it was not read, or nobody can edit it. Never throws. */
export function policyEditing(asIs: Analysis, whatIf: WhatIf | null, policy: string): PolicyEditing | null {
  const { inventory } = asIs;
  const place = placeOfPolicy(policy);
  if (place === null) return null;
  const edit = whatIf?.edits.find((one) => placeKey(one.place) === placeKey(place));
  const before = documentAt(inventory, place);
  if (before === undefined) return null;
  const now = edit?.document ?? before ?? { Version: '2012-10-17', Statement: [] };
  return {
    policy: policyInPlace(place),
    title: placeTitle(inventory, place),
    account: ownerOf(asIs, place),
    kind: policyKindOf(place),
    before: before === null ? null : documentText(before),
    text: documentText(now),
    isEdited: edit !== undefined,
  };
}

function ownerOf({ inventory }: Analysis, place: PolicyPlace): string | null {
  const id =
    place.kind === 'bucket'
      ? (inventory.buckets.get(place.bucket)?.account ?? null)
      : arnAccount(arnOf(place));
  return id === null ? null : accountName(inventory, id);
}

function arnOf(place: Exclude<PolicyPlace, { readonly kind: 'bucket' }>): Arn {
  switch (place.kind) {
    case 'trust':
      return place.role;
    case 'inline':
      return place.owner;
    case 'managed':
    case 'guardrail':
      return place.policy;
    case 'key':
      return place.key;
    case 'resource':
      return place.resource;
  }
}

/** The what-if with the changes that an action needs besides; null where no statement could mend it. `wouldBe` is the judgement with
 *  the edits that there are already, or without any. Never throws. */
export function withChangesFor(
  asIs: Analysis,
  wouldBe: Analysis,
  whatIf: WhatIf | null,
  pipeline: Arn,
  action: string,
): WhatIf | null {
  const path = wouldBe.pipelines
    .find(({ arn }) => arn === pipeline)
    ?.paths.find((one) => actionKey(one) === action);
  const changes = path === undefined ? [] : wouldBe.fixesFor(path.hops).flatMap(({ change }) => change ?? []);
  if (changes.length === 0) return null;
  let all = whatIf;
  for (const { place, after } of changes) all = withEditMade(asIs, all, { place, document: after });
  return all;
}

/** The what-if in which a finding is mended; null where no statement tells how. Never throws. */
export function withFindingMended(asIs: Analysis, finding: string): WhatIf | null {
  const found = asIs.findings.find(({ id }) => id === finding);
  const changes = found === undefined ? [] : fixesForFinding(found).flatMap(({ change }) => change ?? []);
  let all: WhatIf | null = null;
  for (const { place, after } of changes) all = withEditMade(asIs, all, { place, document: after });
  return all;
}
