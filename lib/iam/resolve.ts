// Where Kleene's logic cannot tell: tries every way to fill in what is not known, as far as it can make a difference.
import { decide, type Outcome } from './decide';
import type { Decision, Layer, Undetermined, VerdictKind, Witness } from './decision';
import { type Env, prepare } from './env';
import type { Policies, Policy } from './policy';
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
}

/** What of an outcome is asked: the whole, or one side. */
export type Projection = (outcome: Outcome) => Tri;

const MOST_WORLDS = 4096;
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
  const sizes = variables.map((variable) => variable.values.length);
  const count = sizes.reduce((product, size) => product * size, 1);
  if (count > MOST_WORLDS) return cutShort(variables);
  const allowed = new Uint8Array(count);
  let failing = LAYERS.length;
  let granting: Layer | null = null;
  for (let world = 0; world < count; world++) {
    const outcome = decide(prepare(env.request, policies, worldAt(variables, sizes, world)), policies, null);
    const truth = projection(outcome);
    if (truth === 'unknown') return cutShort(variables);
    allowed[world] = truth === 'yes' ? 1 : 0;
    if (truth === 'no') failing = Math.min(failing, LAYERS.indexOf(outcome.by));
    else granting ??= outcome.by;
  }
  return classify(variables, sizes, allowed, LAYERS[failing] ?? granting);
}

function worldAt(variables: readonly UnknownVariable[], sizes: readonly number[], world: number): Draft {
  const draft: Draft = {
    keys: new Map(),
    resource: null,
    sessionName: null,
    readings: new Map(),
    rulings: new Map(),
  };
  let rest = world;
  variables.forEach((variable, index) => {
    const size = sizes[index] ?? 1;
    variable.values[rest % size]?.(draft);
    rest = Math.floor(rest / size);
  });
  return draft;
}

function classify(
  variables: readonly UnknownVariable[],
  sizes: readonly number[],
  allowed: Uint8Array,
  by: Layer | null,
): Resolution {
  const isExact = variables.every((variable) => variable.isComplete);
  const first = allowed[0];
  if (allowed.every((one) => one === first)) {
    if (!isExact) return cutShort(variables);
    return { verdict: first === 1 ? 'allowed' : 'denied', by, undetermined: [], isExact, witness: null };
  }
  const decisive = variables.filter((_variable, index) => isDecisive(sizes, index, allowed));
  const gaps = variables.filter((variable) => variable.isGap);
  const isUnknown = isExact ? decisive.some((variable) => variable.isGap) : gaps.length > 0;
  return {
    verdict: isUnknown ? 'unknown' : 'depends',
    by: null,
    undetermined: listed(isExact ? decisive : variables),
    isExact,
    witness: isUnknown
      ? null
      : {
          allowed: witnessOf(variables, sizes, decisive, allowed.indexOf(1)),
          denied: witnessOf(variables, sizes, decisive, allowed.indexOf(0)),
        },
  };
}

/** Whether there are two worlds that differ in this variable alone and come out differently. */
function isDecisive(sizes: readonly number[], index: number, allowed: Uint8Array): boolean {
  const size = sizes[index] ?? 1;
  const stride = sizes.slice(0, index).reduce((product, one) => product * one, 1);
  for (let world = 0; world < allowed.length; world++) {
    const value = Math.floor(world / stride) % size;
    if (value > 0 && allowed[world] !== allowed[world - value * stride]) return true;
  }
  return false;
}

/** Kleene's answer stands: what it hangs on is named in full. */
function cutShort(variables: readonly UnknownVariable[]): Resolution {
  return {
    verdict: variables.some((variable) => variable.isGap) ? 'unknown' : 'depends',
    by: null,
    undetermined: listed(variables),
    isExact: false,
    witness: null,
  };
}

/** What the world assumes of the variables that decide. */
function witnessOf(
  variables: readonly UnknownVariable[],
  sizes: readonly number[],
  decisive: readonly UnknownVariable[],
  world: number,
): Witness {
  const names = new Map<string, string>();
  const only = variables.map((variable) => {
    const isDecisive = decisive.includes(variable);
    for (const one of isDecisive ? variable.undetermined : [])
      if (one.kind === 'key') names.set(one.key.toLowerCase(), one.key);
    return isDecisive ? variable : { ...variable, values: [] };
  });
  const { keys, resource, sessionName } = worldAt(only, sizes, world);
  const context = Object.fromEntries([...keys].map(([key, state]) => [names.get(key) ?? key, state]));
  return { context, resource, sessionName };
}

function listed(variables: readonly UnknownVariable[]): readonly Undetermined[] {
  const unique = new Map<string, Undetermined>();
  for (const one of variables.flatMap((variable) => variable.undetermined))
    unique.set(JSON.stringify(one), one);
  return [...unique.values()];
}
