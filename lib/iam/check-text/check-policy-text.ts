// Reads a policy that a person typed: the document, and every mistake in it with its line.
import { isJsonObject, type Json } from '@/lib/base/json';
import { readJsonText } from '@/lib/base/json-text';
import { parsePolicy } from '../parse-policy';
import { POLICY_KINDS, type PolicyKind } from './policy-kind';
import { statementProblems } from './statement-problems';
import type { PartProblem, TextProblem } from './text-problem';

export interface CheckedText {
  /** Null where the text is no JSON, or no document of a policy. */
  readonly document: Json | null;
  /** In the order of the text. */
  readonly problems: readonly TextProblem[];
}

/** Checks the text as AWS would, and beyond it for names that nothing has. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html (read 2026-11-27) */
export function checkPolicyText(text: string, kind: PolicyKind): CheckedText {
  const read = readJsonText(text);
  if (read.kind === 'mistake')
    return { document: null, problems: [{ severity: 'error', message: read.message, place: read.place }] };
  const problems = [
    ...read.duplicates.map((pointer): PartProblem => {
      const name = pointer.slice(pointer.lastIndexOf('/') + 1);
      return { severity: 'error', pointer, message: `\`${name}\` is named twice` };
    }),
    ...documentProblems(read.value, kind),
  ].map(({ pointer, ...problem }): TextProblem => ({ ...problem, place: read.placeOf(pointer) }));
  return {
    document: isJsonObject(read.value) ? read.value : null,
    problems: problems.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column),
  };
}

/** Every problem of a document, with the part that it is of. Never throws. */
export function documentProblems(document: Json, kind: PolicyKind): readonly PartProblem[] {
  const { type, longest } = POLICY_KINDS[kind];
  const { problems, statements } = parsePolicy('', type, document);
  const whole = problems.filter(({ pointer }) => pointer === '');
  if (whole.length > 0 || !isJsonObject(document))
    return whole.map(({ message }) => ({ severity: 'error', message, pointer: elementOf(message) }));
  const length = JSON.stringify(document).replace(/\s/g, '').length;
  const { Statement } = document;
  const written: readonly Json[] = Array.isArray(Statement) ? Statement : [Statement ?? null];
  return [
    ...(longest !== null && length > longest
      ? [
          problemOf(
            'warning',
            '',
            `it has ${length} characters: AWS takes ${longest} unless a quota was raised`,
          ),
        ]
      : []),
    ...(document.Version === '2012-10-17'
      ? []
      : [
          problemOf(
            'warning',
            '/Version',
            'without the Version `2012-10-17` no policy variable is filled in',
          ),
        ]),
    ...(statements.length === 0 ? [problemOf('error', '/Statement', 'there is no statement')] : []),
    ...statements.flatMap(({ pointer, index }) =>
      statementProblems(written[index] ?? null, {
        kind,
        pointer,
        index,
        version: document.Version ?? '2008-10-17',
      }),
    ),
    ...sidsTwice(written, kind),
  ];
}

function sidsTwice(written: readonly Json[], kind: PolicyKind): readonly PartProblem[] {
  const seen = new Set<string>();
  return written.flatMap((one, index) => {
    const sid = isJsonObject(one) ? one.Sid : undefined;
    if (typeof sid !== 'string' || sid === '') return [];
    const isTwice = seen.has(sid);
    seen.add(sid);
    const severity = POLICY_KINDS[kind].hasPlainSids ? 'error' : 'warning';
    return isTwice ? problemOf(severity, `/Statement/${index}/Sid`, `the Sid \`${sid}\` is used twice`) : [];
  });
}

function problemOf(severity: PartProblem['severity'], pointer: string, message: string): PartProblem {
  return { severity, pointer, message };
}

function elementOf(message: string): string {
  const named = /`([^`]+)`/.exec(message)?.[1] ?? '';
  if (message.includes('element')) return `/${named}`;
  return message.includes('version') ? '/Version' : '/Statement';
}
