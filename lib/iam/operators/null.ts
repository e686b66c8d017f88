// Null: whether the request carries the key at all.
import { type Operator, positiveOperator } from '../operator';

/** The Null operator: `test` is asked with `true` when the key is absent and with `false` when it is present.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null (read 2026-11-24) */
export const nullOperators: readonly Operator[] = [
  positiveOperator('Null', {
    family: 'null',
    hasWildcards: false,
    hasVariables: false,
    read: (text) => {
      const wanted = text.toLowerCase();
      return { text, test: (value) => value === wanted, pattern: null, isEverything: false };
    },
  }),
];
