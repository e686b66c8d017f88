// The Numeric operators: integers and decimals; what cannot be read as a number satisfies no comparison.
import { type Operator, operatorPair, positiveOperator } from '../operator';
import { readNumber } from '../values';

function comparing(holds: (given: number, wanted: number) => boolean): Omit<Operator, 'name' | 'isNegated'> {
  return {
    family: 'number',
    hasWildcards: false,
    hasVariables: false,
    read: (text) => {
      const wanted = readNumber(text);
      return {
        text,
        test: (value) => {
          const given = readNumber(value);
          return wanted !== null && given !== null && holds(given, wanted);
        },
        pattern: null,
        isEverything: false,
      };
    },
  };
}

/** The six Numeric operators.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric (read 2026-11-24) */
export const numericOperators: readonly Operator[] = [
  ...operatorPair(
    ['NumericEquals', 'NumericNotEquals'],
    comparing((given, wanted) => given === wanted),
  ),
  positiveOperator(
    'NumericLessThan',
    comparing((given, wanted) => given < wanted),
  ),
  positiveOperator(
    'NumericLessThanEquals',
    comparing((given, wanted) => given <= wanted),
  ),
  positiveOperator(
    'NumericGreaterThan',
    comparing((given, wanted) => given > wanted),
  ),
  positiveOperator(
    'NumericGreaterThanEquals',
    comparing((given, wanted) => given >= wanted),
  ),
];
