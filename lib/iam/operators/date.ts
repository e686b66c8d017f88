// The Date operators: ISO 8601 or seconds since 1970; what cannot be read as a time satisfies no comparison.
import { type Operator, operatorPair, positiveOperator } from '../operator';
import { readDate } from '../values';

function comparing(holds: (given: number, wanted: number) => boolean): Omit<Operator, 'name' | 'isNegated'> {
  return {
    family: 'date',
    hasWildcards: false,
    hasVariables: false,
    read: (text) => {
      const wanted = readDate(text);
      return {
        text,
        test: (value) => {
          const given = readDate(value);
          return wanted !== null && given !== null && holds(given, wanted);
        },
        pattern: null,
        isEverything: false,
      };
    },
  };
}

/** The six Date operators.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date (read 2026-11-24) */
export const dateOperators: readonly Operator[] = [
  ...operatorPair(
    ['DateEquals', 'DateNotEquals'],
    comparing((given, wanted) => given === wanted),
  ),
  positiveOperator(
    'DateLessThan',
    comparing((given, wanted) => given < wanted),
  ),
  positiveOperator(
    'DateLessThanEquals',
    comparing((given, wanted) => given <= wanted),
  ),
  positiveOperator(
    'DateGreaterThan',
    comparing((given, wanted) => given > wanted),
  ),
  positiveOperator(
    'DateGreaterThanEquals',
    comparing((given, wanted) => given >= wanted),
  ),
];
