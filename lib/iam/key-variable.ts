// The values of an unknown context key that can make a difference to the statements at hand.
import { arnFields } from './arn-pattern';
import { conditionAtom, keyAsWritten, resourceAtom } from './atom';
import { controllerOf } from './controller';
import type { Env } from './env';
import { fillTemplate } from './fill-template';
import { stateOf } from './key-state';
import { meetsCondition } from './match-condition';
import { coversResource } from './match-resource';
import type { KeyState } from './request';
import { type Compared, sampleValues } from './sample-values';
import type { Condition, Statement } from './statement';
import type { Template } from './template';
import type { Draft, UnknownVariable } from './unknown-variable';

const MOST_SUBSETS = 6;
/** A text of n characters has n²/2 parts, each of which is tried. */
const LONGEST_SPLIT = 160;

/** The variable of a key, by its lower-case name: absent where it may be, and one state of each kind that the conditions and
 *  templates of the statements tell apart. Never throws. */
export function keyVariable(key: string, statements: readonly Statement[], env: Env): UnknownVariable {
  const uses = usesOf(key, statements);
  const compared = comparedWith(uses.conditions, env);
  const state = stateOf(env, key);
  const around = uses.templates ? textsAround(uses, env) : [];
  const prefix = state.kind === 'present' ? (state.prefix ?? '') : '';
  const samples = sampleValues(compared.values, prefix, around);
  const fromTemplates = substringsOf(around.filter((text) => text.length <= LONGEST_SPLIT));
  const values = [...new Set([...samples.values, ...fromTemplates])].filter((value) =>
    value.startsWith(prefix),
  );
  const isSplit = around.every((text) => text.length <= LONGEST_SPLIT);
  let isComplete = samples.isComplete && compared.isFilled && isSplit;
  const kinds = new Map<string, KeyState>();
  const add = (one: KeyState) => {
    const kind = signature(one, key, uses, env);
    if (kind.includes('unknown')) isComplete = false;
    const id = kind.includes('unknown') ? `${kind} ${JSON.stringify(one)}` : kind;
    if (!kinds.has(id)) kinds.set(id, one);
  };
  if (state.kind === 'unknown') add({ kind: 'absent' });
  for (const value of values) add({ kind: 'known', values: [value] });
  if (uses.conditions.some((condition) => condition.qualifier !== 'none')) {
    const singles = [...kinds.values()].flatMap((one) => (one.kind === 'known' ? one.values : []));
    if (singles.length > MOST_SUBSETS) isComplete = false;
    for (const subset of subsetsOf(singles.slice(0, MOST_SUBSETS))) add({ kind: 'known', values: subset });
  }
  return {
    undetermined: [{ kind: 'key', key: spellingOf(key, env, statements), controller: controllerOf(key) }],
    isGap: false,
    isComplete,
    asks: {
      atoms: [
        ...[...uses.conditions, ...uses.byVariable].map(conditionAtom),
        ...uses.resources.flatMap(({ resources }) => (resources === null ? [] : resourceAtom(resources))),
      ],
      ways: [...kinds.keys()].map((kind) => kind.split(',').map((truth) => truth === 'yes')),
    },
    values: [...kinds.values()].map((one) => (draft: Draft) => {
      draft.keys.set(key, one);
    }),
  };
}

interface Uses {
  /** Conditions on the key itself, and conditions whose values name it as a variable. */
  readonly conditions: readonly Condition[];
  readonly byVariable: readonly Condition[];
  readonly resources: readonly Statement[];
  readonly templates: boolean;
}

function usesOf(key: string, statements: readonly Statement[]): Uses {
  const all = statements.flatMap((statement) => statement.conditions);
  const byVariable = all.filter((condition) =>
    condition.operands.some((operand) => 'template' in operand && names(operand.template, key)),
  );
  const resources = statements.filter((statement) =>
    statement.resources?.patterns.some(
      (pattern) => pattern.kind === 'template' && names(pattern.template, key),
    ),
  );
  return {
    conditions: all.filter((condition) => condition.key === key),
    byVariable,
    resources,
    templates: byVariable.length + resources.length > 0,
  };
}

function names(template: Template, key: string): boolean {
  return template.some((part) => typeof part !== 'string' && part.key === key);
}

/** What the key is compared with; variables of other keys filled in where those are known. */
function comparedWith(conditions: readonly Condition[], env: Env) {
  const values: Compared[] = [];
  let isFilled = true;
  for (const { operator, operands } of conditions)
    for (const operand of operands) {
      if ('test' in operand)
        values.push({ family: operator.family, text: operand.text, pattern: operand.pattern });
      else {
        const filled = fillTemplate(operand.template, env, null);
        if (filled.kind === 'open') isFilled = false;
        if (filled.kind !== 'filled') continue;
        const read = operator.read(filled.pattern);
        values.push({ family: operator.family, text: read.text, pattern: read.pattern });
      }
    }
  return { values, isFilled };
}

/** The texts that a template naming the key is compared with: what fills it must occur in one of them. */
function textsAround(uses: Uses, env: Env): readonly string[] {
  const texts = uses.byVariable.flatMap((condition) => {
    const state = stateOf(env, condition.key);
    return state.kind === 'known' ? state.values : [];
  });
  // In a resource variables stand after the fifth colon only.
  return uses.resources.length > 0 ? [...texts, arnFields(env.resource).at(-1) ?? ''] : texts;
}

function substringsOf(texts: readonly string[]): readonly string[] {
  const found = new Set<string>(['']);
  for (const text of texts)
    for (let from = 0; from < text.length; from++)
      for (let to = from + 1; to <= text.length; to++) found.add(text.slice(from, to));
  return [...found];
}

/** How everything that uses the key comes out when the key is in this state. */
function signature(state: KeyState, key: string, uses: Uses, env: Env): string {
  const world = {
    keys: new Map([[key, state]]),
    resource: null,
    sessionName: undefined,
    readings: new Map(),
    rulings: new Map(),
  };
  const assumed: Env = { ...env, world, caveats: null };
  const conditions = [...uses.conditions, ...uses.byVariable].map((one) =>
    meetsCondition(one, assumed, null),
  );
  const resources = uses.resources.flatMap((one) =>
    one.resources === null ? [] : coversResource(one.resources, assumed, null),
  );
  return [...conditions, ...resources].join();
}

function subsetsOf(values: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** values.length - 1 }, (_, mask) =>
    values.filter((_value, index) => ((mask + 1) >> index) & 1),
  );
}

/** The key as the request or a policy spells it. */
function spellingOf(key: string, env: Env, statements: readonly Statement[]): string {
  const isKey = (name: string) => name.toLowerCase() === key;
  const inRequest = Object.keys(env.request.context).find(isKey);
  if (inRequest !== undefined) return inRequest;
  const conditions = statements.flatMap((statement) => statement.conditions);
  const asked = conditions.find((condition) => condition.key === key);
  if (asked !== undefined) return keyAsWritten(asked);
  const texts = [
    ...conditions.flatMap((condition) => condition.written),
    ...statements.flatMap(({ source }) => [source.Resource, source.NotResource]).flat(),
  ];
  const names = texts.flatMap((text) => (typeof text === 'string' ? text.split(/\$\{\s*|\s*[,}]/) : []));
  return names.find(isKey) ?? key;
}
