// What the evaluator said, as a chain keeps it: the verdict, the statements of both halves, and what stays open.
import type { Decision, Evidence, Undetermined, VerdictKind } from '@/lib/iam/decision';
import type { PolicySource } from '@/lib/verdict/judgement';
import type { Half, Passable, Said } from './step';

/** Reads a decision. `reasons`: why something was not read, where that is known. Null where it is denied. Never throws. */
export function saidOf(
  decision: Decision,
  verdict: VerdictKind,
  sourceOf: (policy: string) => PolicySource | undefined,
  reasons: readonly string[],
): Said | null {
  if (verdict === 'denied') return null;
  return {
    verdict,
    halves: halvesOf(decision, verdict, sourceOf),
    open: verdict === 'allowed' ? [] : openOf(decision, reasons),
  };
}

function halvesOf(
  { evidence }: Decision,
  verdict: Passable,
  sourceOf: (policy: string) => PolicySource | undefined,
): readonly Half[] {
  return evidence.flatMap((one): readonly Half[] => {
    // Guardrails allow everything as a rule: that they do is said only where one of them may yet deny.
    if (one.effect === 'Allow' && one.layer !== 'resource' && one.layer !== 'identity') return [];
    if (one.effect === 'Deny' && verdict === 'allowed') return [];
    const source = sourceOf(one.policy);
    return source === undefined
      ? []
      : [{ side: sideOf(one), source, statement: one.statement, pointer: one.pointer, effect: one.effect }];
  });
}

function sideOf({ layer }: Evidence): Half['side'] {
  return layer === 'resource' || layer === 'rcp' ? 'resource' : 'principal';
}

function openOf({ undetermined }: Decision, reasons: readonly string[]): readonly string[] {
  const named = undetermined.flatMap(openWord);
  const unread = undetermined.some((one) => one.kind === 'policy') && reasons.length === 0;
  return [...new Set([...named, ...(unread ? ['a policy that was not read'] : reasons)])];
}

function openWord(one: Undetermined): readonly string[] {
  switch (one.kind) {
    case 'key':
      return [one.key];
    case 'policy':
      return [];
    case 'resource':
      return ['which object it is'];
    case 'rule':
      return [one.rule];
  }
}

/** Each statement once, in the order of first mention. Never throws. */
export function distinct(halves: readonly Half[]): readonly Half[] {
  const found = new Map(halves.map((one) => [`${one.side} ${one.source.id} ${one.statement}`, one]));
  return [...found.values()];
}
