// Where Kleene's logic cannot tell: fills in what is not known, one unknown after the other, until it can.
import { allowIf } from './allow-if';
import { decide, type Outcome } from './decide';
import type { Decision, Layer, Undetermined, VerdictKind, Witness } from './decision';
import { ALLOWED, DENIED, type Diagram, type DiagramNode, newDiagram } from './diagram';
import { type Env, prepare } from './env';
import type { Policies, Policy } from './policy';
import type { Residual } from './residual';
import type { Tri } from './tri';
import { uncertaintyOf } from './uncertainty';
import type { Draft, UnknownVariable } from './unknown-variable';
import { variablesOf } from './variables';

export interface Resolution {
  readonly verdict: VerdictKind;
  /** Where all worlds agree: the first layer that fails in any of them, or that grants in one. */
  readonly by: Layer | null;
  readonly undetermined: readonly Undetermined[];
  /** Whether all that matters was tried. */
  readonly isExact: boolean;
  readonly witness: Decision['witness'] | null;
  readonly allowIf: Residual | null;
}

/** What of an outcome is asked: the whole, or one side. */
export type Projection = (outcome: Outcome) => Tri;

const NOTHING_ELSE = { witness: null, allowIf: null } as const;
const MOST_DECISIONS = 8192;
const LAYERS: readonly Layer[] = [
  'explicit-deny',
  'rcp',
  'scp',
  'special',
  'resource',
  'identity',
  'boundary',
  'session',
  'endpoint',
];

/** The verdict over all worlds: what holds in every one is so; what turns on something unread or disputed is unknown; what turns
 *  on the request alone depends. `undetermined` is what the verdict truly hangs on. Never throws. */
export function resolve(policies: Policies<Policy>, env: Env, projection: Projection): Resolution {
  const variables = variablesOf(uncertaintyOf(policies, env), env);
  const explored = explore(variables, (values) => {
    const world = worldOf(variables, values);
    const outcome = decide(prepare(env.request, policies, world), policies, null);
    return { truth: projection(outcome), by: outcome.by };
  });
  return explored === null ? cutShort(variables) : classify(variables, explored);
}

interface Explored {
  readonly diagram: Diagram;
  readonly root: DiagramNode;
  readonly by: Layer | null;
}

/** Tries the values of the variables in turn; where Kleene's logic can tell from the first few, the others are left open. Null when
 *  there are too many, or when it cannot tell even with all of them filled in. */
function explore(
  variables: readonly UnknownVariable[],
  decideWith: (values: readonly number[]) => { readonly truth: Tri; readonly by: Layer },
): Explored | null {
  const diagram = newDiagram();
  let left = MOST_DECISIONS;
  let failing = LAYERS.length;
  let granting: Layer | null = null;
  const below = (values: readonly number[]): DiagramNode | null => {
    if (left-- <= 0) return null;
    const { truth, by } = decideWith(values);
    if (truth === 'yes') {
      granting ??= by;
      return ALLOWED;
    }
    if (truth === 'no') {
      failing = Math.min(failing, LAYERS.indexOf(by));
      return DENIED;
    }
    const variable = variables[values.length];
    if (variable === undefined) return null;
    const children: DiagramNode[] = [];
    for (const value of variable.values.keys()) {
      const child = below([...values, value]);
      if (child === null) return null;
      children.push(child);
    }
    return diagram.choose(values.length, children);
  };
  const root = below([]);
  return root === null ? null : { diagram, root, by: LAYERS[failing] ?? granting };
}

/** The world in which the first variables have these values and the others are open. */
function worldOf(variables: readonly UnknownVariable[], values: Iterable<number | null>): Draft {
  const draft: Draft = {
    keys: new Map(),
    resource: null,
    sessionName: undefined,
    readings: new Map(),
    rulings: new Map(),
  };
  let index = 0;
  for (const value of values) {
    if (value !== null) variables[index]?.values[value]?.(draft);
    index++;
  }
  return draft;
}

function classify(variables: readonly UnknownVariable[], { diagram, root, by }: Explored): Resolution {
  const isExact = variables.every((variable) => variable.isComplete);
  if (root === ALLOWED || root === DENIED) {
    if (!isExact) return cutShort(variables);
    return {
      verdict: root === ALLOWED ? 'allowed' : 'denied',
      by,
      undetermined: [],
      isExact,
      ...NOTHING_ELSE,
    };
  }
  const found = diagram.decisive(root);
  const decisive = variables.filter((_variable, index) => found.has(index));
  const isUnknown = (isExact ? decisive : variables).some((variable) => variable.isGap);
  const witness = (outcome: DiagramNode) => witnessOf(variables, diagram.wayTo(root, outcome) ?? new Map());
  return {
    verdict: isUnknown ? 'unknown' : 'depends',
    by: null,
    undetermined: listed(isExact ? decisive : variables),
    isExact,
    witness: isUnknown ? null : { allowed: witness(ALLOWED), denied: witness(DENIED) },
    allowIf: isUnknown || !isExact ? null : allowIf(variables, diagram, root),
  };
}

/** Kleene's answer stands: what it hangs on is named in full. */
function cutShort(variables: readonly UnknownVariable[]): Resolution {
  return {
    verdict: variables.some((variable) => variable.isGap) ? 'unknown' : 'depends',
    by: null,
    undetermined: listed(variables),
    isExact: false,
    ...NOTHING_ELSE,
  };
}

/** What a way through the diagram assumes. */
function witnessOf(variables: readonly UnknownVariable[], way: ReadonlyMap<number, number>): Witness {
  const names = new Map<string, string>();
  for (const one of variables.flatMap((variable) => variable.undetermined))
    if (one.kind === 'key') names.set(one.key.toLowerCase(), one.key);
  const values = variables.map((_variable, index) => way.get(index) ?? null);
  const { keys, resource, sessionName } = worldOf(variables, values);
  const context = Object.fromEntries([...keys].map(([key, state]) => [names.get(key) ?? key, state]));
  return { context, resource, sessionName: sessionName ?? null };
}

function listed(variables: readonly UnknownVariable[]): readonly Undetermined[] {
  const unique = new Map<string, Undetermined>();
  for (const one of variables.flatMap((variable) => variable.undetermined))
    unique.set(JSON.stringify(one), one);
  return [...unique.values()];
}
