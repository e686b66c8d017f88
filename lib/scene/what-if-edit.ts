// The text that somebody typed for a policy: an edit, or the first mistake in it.
import type { Analysis } from '@/lib/analysis/analysis';
import { type PolicyEdit, type PolicyPlace, policyKindOf } from '@/lib/analysis/what-if';
import { checkPolicyText } from '@/lib/iam/check-text/check-policy-text';
import type { PolicyKind } from '@/lib/iam/check-text/policy-kind';
import type { TextProblem } from '@/lib/iam/check-text/text-problem';
import { documentAt } from '@/lib/model/overlay';
import { placeOfPolicy } from '@/lib/verdict/policy-place';

export type CheckedEdit =
  | { readonly kind: 'edit'; readonly edit: PolicyEdit }
  /** One line, with its place in the text. */
  | { readonly kind: 'mistake'; readonly message: string }
  | { readonly kind: 'no such policy' };

/** The edit, if AWS would take the text. Never throws. */
export function checkedEdit({ inventory }: Analysis, policy: string, text: string): CheckedEdit {
  const place = editedPlace(policy);
  if (place === null || documentAt(inventory, place) === undefined) return { kind: 'no such policy' };
  const { document, problems } = checkPolicyText(text, policyKindOf(place));
  const mistake = problems.find(({ severity }) => severity === 'error');
  if (mistake !== undefined) return { kind: 'mistake', message: problemLine(mistake) };
  return document === null
    ? { kind: 'mistake', message: 'there is no document' }
    : { kind: 'edit', edit: { place, document } };
}

/** Where the policy of that name stands; null where nobody can edit one of it. Never throws. */
export function editedPlace(policy: string): PolicyPlace | null {
  return placeOfPolicy(policy);
}

/** `line 3, column 5: …`. Never throws. */
export function problemLine({ place, message }: TextProblem): string {
  return `line ${place.line}, column ${place.column}: ${message}`;
}

/** Every problem of the text, for whoever types it. Never throws. */
export function textProblems(text: string, kind: PolicyKind): readonly TextProblem[] {
  return checkPolicyText(text, kind).problems;
}

/** The text with two blanks for each level; null where it is no JSON. Never throws. */
export function formattedText(text: string, kind: PolicyKind): string | null {
  const { document } = checkPolicyText(text, kind);
  return document === null ? null : `${JSON.stringify(document, null, 2)}\n`;
}

export type { PolicyKind, TextProblem };
