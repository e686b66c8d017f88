// Whether one condition of a statement holds: missing keys, several values, IfExists and the set qualifiers included.
import type { Doubt, Doubts } from './doubt';
import { type Env, note } from './env';
import { fillTemplate } from './fill-template';
import { stateOf } from './key-state';
import { openRole } from './named-principal';
import type { Family, Operand } from './operator';
import { relatePattern } from './pattern-relation';
import type { KeyState } from './request';
import { ruling } from './ruling';
import type { Condition, TemplateOperand } from './statement';
import { and, not, or, type Tri, triOf } from './tri';
import { readDate, readNumber } from './values';
import { matchesAnyOrder, STAR } from './wildcard';

/** Whether the condition holds for the request. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html (read 2026-11-24) */
export function meetsCondition(condition: Condition, env: Env, doubts: Doubts): Tri {
  for (const remark of condition.remarks) note(env, remark);
  const state = stateOf(env, condition.key);
  if (condition.operator.family === 'null') return meetsNull(condition, state, doubts);
  switch (state.kind) {
    case 'absent':
      return whenAbsent(condition, env);
    case 'known':
      return whenKnown(condition, state.values, env, doubts);
    case 'present':
      return whenOpen(condition, state.prefix ?? '', env, doubts, null);
    case 'unknown':
      return whenOpen(condition, '', env, doubts, whenAbsent(condition, env));
  }
}

/** A key with no value counts as absent. */
function meetsNull(condition: Condition, state: KeyState, doubts: Doubts): Tri {
  const asks = (text: string) =>
    condition.operands.some((operand) => 'test' in operand && operand.test(text));
  if (state.kind === 'unknown') {
    if (asks('true') === asks('false')) return triOf(asks('true'));
    doubts?.push({ kind: 'key', key: condition.key });
    return 'unknown';
  }
  const isAbsent = state.kind === 'absent' || (state.kind === 'known' && state.values.length === 0);
  return triOf(asks(isAbsent ? 'true' : 'false'));
}

function whenAbsent(condition: Condition, env: Env): Tri {
  if (condition.isIfExists) {
    if (condition.qualifier === 'any') note(env, 'ForAnyValue with IfExists and no such key is taken as met');
    return 'yes';
  }
  if (condition.qualifier !== 'none') return triOf(condition.qualifier === 'all');
  return triOf(condition.operator.isNegated);
}

/** AWS says that several values need a set qualifier; a condition without one is taken as not met, which is said beside the verdict.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html (read 2026-11-27) */
function whenKnown(condition: Condition, values: readonly string[], env: Env, doubts: Doubts): Tri {
  const { qualifier } = condition;
  if (qualifier === 'none') {
    const [value] = values;
    if (value === undefined) return triOf(condition.operator.isNegated);
    if (values.length === 1) return satisfies(value, condition, env, doubts);
    note(env, 'a key with several values under an operator without a set qualifier is taken as not met');
    return 'no';
  }
  let truth: Tri = qualifier === 'all' ? 'yes' : 'no';
  const combine = qualifier === 'all' ? and : or;
  const causes: Doubt[] | null = doubts === null ? null : [];
  for (const value of values) truth = combine(truth, satisfies(value, condition, env, causes));
  if (truth === 'unknown' && causes !== null) doubts?.push(...causes);
  return truth;
}

/** Whether one value of the request satisfies the operator: some value of the policy matches, or for a negated one none does. */
function satisfies(value: string, condition: Condition, env: Env, doubts: Doubts): Tri {
  const { operator } = condition;
  let isMatched: Tri = 'no';
  const causes: Doubt[] | null = doubts === null ? null : [];
  for (const operand of condition.operands) {
    isMatched = or(
      isMatched,
      'test' in operand
        ? matchesValueOf(value, operand, condition, env, causes)
        : matchesFilled(value, operand, condition, env, causes),
    );
    if (isMatched === 'yes') break;
  }
  if (isMatched === 'unknown' && causes !== null) doubts?.push(...causes);
  if (operator.isNegated && !isReadableAs(operator.family, value))
    note(env, 'what cannot be read as a number or a time is taken to differ from any');
  return operator.isNegated ? not(isMatched) : isMatched;
}

const PATH_RULE = 'the path of the role whose session asks';

/** A slash after the kind of thing: the pattern is of roles that have a path. */
const NAMES_A_PATH = /:role\/.*\//;

/** The role of a session may have a path, which the session's ARN does not tell: a pattern that names one may match. */
function matchesValueOf(value: string, operand: Operand, { key }: Condition, env: Env, doubts: Doubts): Tri {
  const isMet = operand.test(value);
  const { principal } = env;
  if (key !== 'aws:principalarn' || principal.kind !== 'role' || principal.isPathOpen !== true)
    return triOf(isMet);
  if (value !== principal.arn || operand.pattern === null) return triOf(isMet);
  const { head, name } = openRole(principal);
  const underPaths = relatePattern(operand.pattern, `${head}${STAR}/${name}`);
  if (isMet && underPaths !== 'yes') note(env, 'the role whose session asks is taken to have no path');
  if (isMet || underPaths === 'no' || !NAMES_A_PATH.test(operand.text)) return triOf(isMet);
  return ruling(PATH_RULE, operand.text, env, doubts);
}

function isReadableAs(family: Family, value: string): boolean {
  if (family === 'number') return readNumber(value) !== null;
  return family !== 'date' || readDate(value) !== null;
}

function matchesFilled(
  value: string,
  operand: TemplateOperand,
  condition: Condition,
  env: Env,
  doubts: Doubts,
): Tri {
  const { operator } = condition;
  if (operator.family === 'bool')
    note(env, 'a policy variable under Bool is filled in; AWS’s pages do not agree on it');
  const filled = fillTemplate(operand.template, env, doubts);
  if (filled.kind === 'valueless') return 'no';
  if (filled.kind === 'filled')
    return matchesValueOf(value, operator.read(filled.pattern), condition, env, doubts);
  if (operator.family === 'bool') return 'unknown';
  const isFolded = operator.family === 'folded';
  const couldMatch = isFolded
    ? matchesAnyOrder(filled.pattern.toLowerCase(), value.toLowerCase())
    : matchesAnyOrder(filled.pattern, value);
  return couldMatch ? 'unknown' : 'no';
}

/** The key is there with a value that begins with `prefix` and is not known further; or, when `absent` says what then holds, it
 *  may also not be there. */
function whenOpen(condition: Condition, prefix: string, env: Env, doubts: Doubts, absent: Tri | null): Tri {
  const causes: Doubt[] = [{ kind: 'key', key: condition.key }];
  const isMatched = matchesOpen(condition, condition.qualifier === 'none' ? prefix : '', env, causes);
  const present = condition.operator.isNegated ? not(isMatched) : isMatched;
  const truth = absent === null || absent === present ? present : 'unknown';
  if (truth === 'unknown') doubts?.push(...causes);
  return truth;
}

/** Whether every value that begins with the prefix is matched by some value of the policy, or none is. */
function matchesOpen({ operator, operands }: Condition, prefix: string, env: Env, causes: Doubts): Tri {
  if (operands.length === 0) return 'no';
  if (operator.family === 'bool' && ['true', 'false'].every((value) => operands.some(matchesValue(value))))
    return 'yes';
  let truth: Tri = 'no';
  for (const operand of operands)
    truth = or(truth, matchesOpenOperand(operand, operator.family, prefix, env, causes));
  return truth;
}

function matchesValue(value: string): (operand: Operand | TemplateOperand) => boolean {
  return (operand) => 'test' in operand && operand.test(value);
}

function matchesOpenOperand(
  operand: Operand | TemplateOperand,
  family: Condition['operator']['family'],
  prefix: string,
  env: Env,
  causes: Doubts,
): Tri {
  if (!('test' in operand)) {
    return fillTemplate(operand.template, env, causes).kind === 'valueless' ? 'no' : 'unknown';
  }
  if (operand.isEverything) return 'yes';
  if (operand.pattern === null || family === 'folded') return 'unknown';
  return relatePattern(operand.pattern, prefix + STAR);
}
