// What is wrong with one statement, element by element.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import { escapeStep } from '../duplicate-keys';
import { parseStatement } from '../parse-statement';
import { actionProblem } from './action-problems';
import { conditionKeyProblem, principalProblem, resourceProblem } from './name-problems';
import { POLICY_KINDS, type PolicyKind } from './policy-kind';
import type { PartProblem } from './text-problem';

interface Around {
  readonly kind: PolicyKind;
  readonly pointer: string;
  readonly index: number;
  readonly version: Json;
}

/** Every problem of the statement. Never throws. */
export function statementProblems(
  written: Json,
  { kind, pointer, index, version }: Around,
): readonly PartProblem[] {
  const { type, resource } = POLICY_KINDS[kind];
  const read = parseStatement(written, index, pointer, { id: '', type, version, duplicates: [] });
  if (!isJsonObject(written))
    return [{ severity: 'error', pointer, message: 'a statement is a JSON object' }];
  const problems: PartProblem[] = read.unreadable.map((message) => ({
    severity: 'error',
    message,
    pointer: `${pointer}${elementIn(message, written)}`,
  }));
  const hasResource = written.Resource !== undefined || written.NotResource !== undefined;
  if (resource === 'needed' && !hasResource && type === 'resource')
    problems.push({ severity: 'error', pointer, message: 'the statement has no Resource' });
  if (resource === 'forbidden' && hasResource)
    problems.push({
      severity: 'error',
      pointer: `${pointer}/${written.Resource === undefined ? 'NotResource' : 'Resource'}`,
      message: 'a trust policy names no Resource: it speaks of its role alone',
    });
  if (
    POLICY_KINDS[kind].hasPlainSids &&
    typeof written.Sid === 'string' &&
    !/^[A-Za-z0-9]*$/.test(written.Sid)
  )
    problems.push({
      severity: 'error',
      pointer: `${pointer}/Sid`,
      message: `the Sid \`${written.Sid}\` has other characters than letters and numbers`,
    });
  for (const element of ['Action', 'NotAction'])
    problems.push(...inTexts(written[element], `${pointer}/${element}`, actionProblem));
  for (const element of ['Resource', 'NotResource'])
    problems.push(
      ...inTexts(written[element], `${pointer}/${element}`, (text) => resourceProblem(type, text)),
    );
  for (const element of ['Principal', 'NotPrincipal'])
    problems.push(...principals(written[element], `${pointer}/${element}`));
  problems.push(...conditionKeys(written.Condition, `${pointer}/Condition`));
  return problems;
}

function inTexts(
  value: Json | undefined,
  pointer: string,
  check: (text: string) => Omit<PartProblem, 'pointer'> | null,
): readonly PartProblem[] {
  const list: readonly Json[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.flatMap((text, index) => {
    const problem = typeof text === 'string' ? check(text) : null;
    return problem === null
      ? []
      : { ...problem, pointer: Array.isArray(value) ? `${pointer}/${index}` : pointer };
  });
}

function principals(value: Json | undefined, pointer: string): readonly PartProblem[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value as JsonObject).flatMap(([kind, entries]) =>
    inTexts(entries, `${pointer}/${escapeStep(kind)}`, (entry) => principalProblem(kind, entry)),
  );
}

function conditionKeys(block: Json | undefined, pointer: string): readonly PartProblem[] {
  if (!isJsonObject(block)) return [];
  return Object.entries(block as JsonObject).flatMap(([operator, keys]) =>
    isJsonObject(keys)
      ? Object.keys(keys).flatMap((key) => {
          const problem = conditionKeyProblem(key);
          const at = `${pointer}/${escapeStep(operator)}/${escapeStep(key)}`;
          return problem === null ? [] : { ...problem, pointer: at };
        })
      : [],
  );
}

/** The pointer of the element that a message speaks of, from the statement on; the statement itself where none is there. */
function elementIn(message: string, statement: JsonObject): string {
  const named = /`([^`]+)`/.exec(message)?.[1] ?? '';
  if (Object.hasOwn(statement, named)) return `/${escapeStep(named)}`;
  const condition = statement.Condition;
  if (isJsonObject(condition)) {
    if (Object.hasOwn(condition, named)) return `/Condition/${escapeStep(named)}`;
    for (const [operator, keys] of Object.entries(condition))
      if (isJsonObject(keys) && Object.hasOwn(keys, named))
        return `/Condition/${escapeStep(operator)}/${escapeStep(named)}`;
  }
  const element = ['Effect', 'Principal', 'Action', 'Resource', 'Condition'].find((one) =>
    message.toLowerCase().includes(one.toLowerCase()),
  );
  const written = [element ?? '', `Not${element ?? ''}`].find((one) => Object.hasOwn(statement, one));
  return written === undefined ? '' : `/${written}`;
}
