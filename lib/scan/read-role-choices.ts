// What a person settles of the read-only role, in shape or refused with one line: for the command line and the page alike.
import type { ReadRoleChoices } from './read-role';

/** What each takes, as a person reads it. */
const TAKES = {
  roleName: 'a role name: give the name alone, without `arn:`',
  trusted: 'twelve digits, or the ARN of a role or user',
  externalId: '2 to 1224 letters, digits or `+=,.@:/-`',
} as const;

export interface ChoiceShapes {
  readonly roleName: RegExp;
  readonly trusted: RegExp;
  readonly externalId: RegExp;
}

/** The choices, or the first that is not in shape: which, and what it takes. Empty ones are not made. Never throws. */
export function readRoleChoices(
  given: ReadRoleChoices,
  shapes: ChoiceShapes,
):
  | { readonly kind: 'choices'; readonly choices: ReadRoleChoices }
  | { readonly kind: 'refused'; readonly which: keyof ChoiceShapes; readonly takes: string } {
  const choices: { -readonly [which in keyof ChoiceShapes]?: string } = {};
  for (const which of ['roleName', 'trusted', 'externalId'] as const) {
    const text = given[which];
    if (text === undefined || text === '') continue;
    if (!shapes[which].test(text)) return { kind: 'refused', which, takes: TAKES[which] };
    choices[which] = text;
  }
  return { kind: 'choices', choices };
}
