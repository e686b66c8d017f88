// ArnEquals and ArnLike, which are one and the same: the six fields of an ARN compared one by one.
import { strictArnPattern } from '../arn-pattern';
import { type Operand, type Operator, operatorPair, textOperand } from '../operator';
import { isEverything, type Pattern, STAR } from '../wildcard';

/** A lone `*` is no ARN; we let it match any, as policies in the field mean it. A pattern with too few fields matches nothing. */
function readArn(value: Pattern): Operand {
  if (isEverything(value)) return textOperand(value, STAR);
  const strict = strictArnPattern(value);
  if (strict === null) return { text: value, test: () => false, pattern: null, isEverything: false };
  return textOperand(value, strict);
}

const comparison = { family: 'text', hasWildcards: true, hasVariables: true, read: readArn } as const;

/** The four Arn operators.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN (read 2026-11-24) */
export const arnOperators: readonly Operator[] = [
  ...operatorPair(['ArnEquals', 'ArnNotEquals'], comparison),
  ...operatorPair(['ArnLike', 'ArnNotLike'], comparison),
];
