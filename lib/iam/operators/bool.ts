// Bool: true or false, written in any case.
import { type Operator, positiveOperator } from '../operator';

/** The Bool operator. Whether variables are filled in here AWS's pages do not agree on; we fill them in and say so.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean (read 2026-11-24) */
export const boolOperators: readonly Operator[] = [
  positiveOperator('Bool', {
    family: 'bool',
    hasWildcards: false,
    hasVariables: true,
    read: (text) => {
      const wanted = text.toLowerCase();
      const isBoolean = wanted === 'true' || wanted === 'false';
      return {
        text,
        test: (value) => isBoolean && value.toLowerCase() === wanted,
        pattern: null,
        isEverything: false,
      };
    },
  }),
];
