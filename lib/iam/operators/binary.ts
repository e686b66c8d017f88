// BinaryEquals: base64 texts compared byte for byte.
import { type Operator, positiveOperator, textOperand } from '../operator';

/** The Binary operator.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals (read 2026-11-24) */
export const binaryOperators: readonly Operator[] = [
  positiveOperator('BinaryEquals', {
    family: 'text',
    hasWildcards: false,
    hasVariables: false,
    read: (value) => textOperand(value, value),
  }),
];
