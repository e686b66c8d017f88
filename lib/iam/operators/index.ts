// The only list of the condition operators.
import type { Operator } from '../operator';
import { arnOperators } from './arn';
import { binaryOperators } from './binary';
import { boolOperators } from './bool';
import { dateOperators } from './date';
import { ipOperators } from './ip';
import { nullOperators } from './null';
import { numericOperators } from './numeric';
import { stringOperators } from './string';

/** Every condition operator of IAM, without `IfExists` and the set qualifiers, which are handled above them. */
export const OPERATORS: readonly Operator[] = [
  ...arnOperators,
  ...binaryOperators,
  ...boolOperators,
  ...dateOperators,
  ...ipOperators,
  ...nullOperators,
  ...numericOperators,
  ...stringOperators,
];
