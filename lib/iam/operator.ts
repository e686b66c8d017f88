// What a condition operator is: how it reads a policy's value and how that compares with a request's value.
import { isEverything, isPlain, matchesPattern, type Pattern } from './wildcard';

/** Values compare as texts (`text`, `folded`: ignoring case) or as something a text stands for. */
export type Family = 'text' | 'folded' | 'number' | 'date' | 'bool' | 'ip' | 'null';

/** One value of the policy, ready to be compared. */
export interface Operand {
  /** As the policy writes it, variables filled in. */
  readonly text: string;
  /** Whether the request's value satisfies the positive form of the operator. Never throws. */
  readonly test: (value: string) => boolean;
  /** For texts: what is matched; null where the comparison is not one of texts. */
  readonly pattern: Pattern | null;
  /** Whether it matches every value there is. */
  readonly isEverything: boolean;
}

export interface Operator {
  readonly name: string;
  readonly family: Family;
  /** Satisfied when no value of the policy matches. */
  readonly isNegated: boolean;
  /** Whether `*` and `?` in the policy's value are wildcards. */
  readonly hasWildcards: boolean;
  /** Whether policy variables are filled in. */
  readonly hasVariables: boolean;
  readonly read: (value: Pattern) => Operand;
}

/** An operand that compares texts. Never throws. */
export function textOperand(text: string, pattern: Pattern): Operand {
  const test = isPlain(pattern)
    ? (value: string) => value === pattern
    : (value: string) => matchesPattern(pattern, value);
  return { text, test, pattern, isEverything: isEverything(pattern) };
}

/** The positive and the negated operator of one comparison. Never throws. */
export function operatorPair(
  names: readonly [positive: string, negated: string],
  rest: Omit<Operator, 'name' | 'isNegated'>,
): readonly [Operator, Operator] {
  return [
    { name: names[0], isNegated: false, ...rest },
    { name: names[1], isNegated: true, ...rest },
  ];
}

/** An operator that stands alone. Never throws. */
export function positiveOperator(name: string, rest: Omit<Operator, 'name' | 'isNegated'>): Operator {
  return { name, isNegated: false, ...rest };
}
