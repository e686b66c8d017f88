// Makes up requests in the form of `hatstack simulate`, always the same for the same seed.
import type { Raw, RawObject } from './oracle.fixture';
import {
  ACCOUNTS,
  ACTIONS,
  FIXED,
  HOLES,
  KEYS,
  NAMED,
  PRINCIPALS,
  RESOURCES,
  TARGETS,
} from './vocabulary.fixture';

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Makes up requests in the form of `hatstack simulate`. */
export function makeLines(random: () => number) {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const chance = (probability: number) => random() < probability;
  const some = <T>(from: readonly T[]): T | T[] =>
    chance(0.7) ? pick(from) : Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(from));

  function condition(): RawObject {
    const block: { [operator: string]: RawObject } = {};
    for (let left = 1 + Math.floor(random() * 2); left > 0; left--) {
      const { key, tests } = pick(KEYS);
      const [operator, name, value] = chance(0.2)
        ? pick(FIXED)
        : ([...pick(tests)].toSpliced(1, 0, key) as [string, string, Raw]);
      block[operator] = { ...block[operator], [name]: value };
    }
    return block;
  }

  function principals(): Raw {
    if (chance(0.1)) return '*';
    if (chance(0.15)) return { Service: 'codepipeline.amazonaws.com' };
    return { AWS: some(NAMED) as Raw };
  }

  function statement(type: string, deny: number, action: string): RawObject {
    const made: RawObject = { Effect: type === 'rcp' || chance(deny) ? 'Deny' : 'Allow' };
    const actions = chance(0.6) ? [action, '*'] : ACTIONS;
    made[chance(0.9) ? 'Action' : 'NotAction'] = some(actions);
    const isTrust = type === 'resource' && /^sts:/.test(action);
    if (!isTrust || chance(0.1))
      made[chance(0.9) ? 'Resource' : 'NotResource'] = some(
        type === 'session' ? RESOURCES.filter((one) => one === '*' || one.split(':').length > 5) : RESOURCES,
      );
    if (type === 'rcp') made.Principal = '*';
    else if (type === 'resource' || type === 'endpoint')
      made[chance(0.9) ? 'Principal' : 'NotPrincipal'] = principals();
    if (chance(0.35)) made.Condition = condition();
    return made;
  }

  function document(type: string, deny: number, action: string): RawObject {
    const count = 1 + Math.floor(random() * 3);
    return {
      Version: chance(0.9) ? '2012-10-17' : '2008-10-17',
      Statement: Array.from({ length: count }, () => statement(type, deny, action)),
    };
  }

  /** Makes one statement unreadable, unless a policy beside it was not read at all. */
  function spoilOne(documents: readonly RawObject[]): void {
    if (documents.length === 0 || documents.some((one) => one.unknown === true)) return;
    const statement = pick(pick(documents).Statement as RawObject[]);
    statement.Condition = { ...(statement.Condition as RawObject), Bad: { key: 'value' } };
  }

  /** `open`: keys and policies may be unknown. */
  return function line(open: boolean): RawObject {
    const hasHole = open && chance(0.15);
    const [action, resource] = hasHole ? pick(HOLES) : pick(TARGETS);
    const context: RawObject = {};
    for (const { key, values } of KEYS) if (chance(0.6)) context[key] = chance(0.2) ? null : pick(values);
    if (chance(0.5)) context['aws:PrincipalTag/team'] = pick(['app', 'x']);
    const maybe = (type: string, probability: number, deny: number): Raw =>
      chance(probability) ? document(type, deny, action) : null;
    const unread = (raw: Raw): Raw => (open && chance(0.12) ? { unknown: true } : raw);
    const full = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
    const policies: RawObject = {
      identity: Array.from({ length: Math.floor(random() * 3) }, () => document('identity', 0.2, action)).map(
        unread,
      ),
      boundary: chance(0.25) ? [chance(0.5) ? full : document('boundary', 0.2, action)].map(unread) : null,
      session: chance(0.15) ? [document('session', 0.2, action)].map(unread) : null,
      resource: unread(maybe('resource', 0.75, 0.2)),
      scp: chance(0.3) ? [[full].map(unread), [chance(0.6) ? full : document('scp', 0.3, action)]] : null,
      rcp: chance(0.15) ? [[document('rcp', 1, action)]] : null,
      endpoint: chance(0.1) ? document('endpoint', 0.2, action) : null,
    };
    if (open)
      for (const { key } of KEYS)
        if (chance(0.25) && JSON.stringify(policies).includes(key)) context[key] = { unknown: true };
    // What fills the resource may then hang on what fills the variable: more than the brute force tries.
    if (hasHole) context['aws:username'] = pick(['app', 'alice', 'x', null]);
    if (open && chance(0.1)) spoilOne(policies.identity as RawObject[]);
    const made: RawObject = {
      principal: pick(PRINCIPALS),
      action,
      resource,
      context,
      closed: true,
      policies,
    };
    if (resource.startsWith('arn:aws:s3')) made.resourceAccount = pick(ACCOUNTS);
    return made;
  };
}
