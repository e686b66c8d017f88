// StringEquals, StringLike and their kin: exact, ignoring case, or with wildcards over the whole value.
import { type Operator, operatorPair, textOperand } from '../operator';

/** The six String operators.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String (read 2026-11-24) */
export const stringOperators: readonly Operator[] = [
  ...operatorPair(['StringEquals', 'StringNotEquals'], {
    family: 'text',
    hasWildcards: false,
    hasVariables: true,
    read: (value) => textOperand(value, value),
  }),
  ...operatorPair(['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'], {
    family: 'folded',
    hasWildcards: false,
    hasVariables: true,
    read: (value) => {
      const folded = value.toLowerCase();
      return {
        text: value,
        test: (given) => given.toLowerCase() === folded,
        pattern: folded,
        isEverything: false,
      };
    },
  }),
  ...operatorPair(['StringLike', 'StringNotLike'], {
    family: 'text',
    hasWildcards: true,
    hasVariables: true,
    read: (value) => textOperand(value, value),
  }),
];
