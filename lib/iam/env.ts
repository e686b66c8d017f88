// A request made ready for evaluation, and the readings under which what is not known is taken as known.
import type { Policies, Policy } from './policy';
import type { Context, KeyState, Principal, Request } from './request';
import type { Tri } from './tri';
import { FIELD_ONE, FIELD_STAR, type Pattern, toPattern } from './wildcard';

export interface Env {
  readonly request: Request;
  readonly principal: Principal;
  /** Lower-case, with its service prefix. */
  readonly action: string;
  readonly service: string;
  /** The resource as asked; where it holds unknown text, `resourcePattern` says where. */
  readonly resource: string;
  readonly resourcePattern: Pattern | null;
  /** Context keys by lower-case name. */
  readonly states: ReadonlyMap<string, KeyState>;
  /** Whether the principal has a permissions boundary. */
  readonly hasBoundary: Tri;
  /** Null: nothing is assumed, what is not known stays so. */
  readonly world: World | null;
  /** Disputed or surprising rules that took part; null: none so far. */
  caveats: Set<string> | null;
}

/** Notes that a disputed or surprising rule took part. Never throws. */
export function note(env: Env, caveat: string): void {
  if (env.caveats === null) env.caveats = new Set([caveat]);
  else env.caveats.add(caveat);
}

/** One way to fill in what is not known, or a part of it: what is left out stays unknown. */
export interface World {
  readonly keys: ReadonlyMap<string, KeyState>;
  readonly resource: string | null;
  /** The session's name, of those that policies name; null: another one; undefined: left open. */
  readonly sessionName: string | null | undefined;
  /** What the unread part of each group of policies says. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** How each disputed rule is read. */
  readonly rulings: ReadonlyMap<string, Tri>;
}

/** What an unread policy may come down to. `absent`: there is none, `account`/`entity`/`direct`: it allows, by that kind of principal. */
export type Reading = 'absent' | 'nothing' | 'allow' | 'deny' | 'account' | 'entity' | 'direct';

/** The request made ready. `world`: what to take as known of the unknown. Never throws. */
export function prepare(request: Request, policies: Policies<Policy>, world: World | null): Env {
  const resource = world?.resource ?? request.resource;
  const action = request.action.toLowerCase();
  return {
    request,
    principal: request.principal,
    action,
    service: action.slice(0, Math.max(0, action.indexOf(':'))),
    resource,
    resourcePattern: resource.length > 1 && /[*?]/.test(resource) ? unknownTextOf(resource) : null,
    states: lowerCased(request.context),
    hasBoundary: boundaryOf(policies, world),
    world,
    caveats: null,
  };
}

function boundaryOf(policies: Policies<Policy>, world: World | null): Tri {
  if (policies.boundary === null) return 'no';
  if (policies.boundary.kind === 'policy') return 'yes';
  const reading = world?.readings.get('boundary:0');
  if (reading === undefined) return 'unknown';
  return reading === 'absent' ? 'no' : 'yes';
}

let lastUnknown: { readonly resource: string; readonly pattern: Pattern } | null = null;

/** Kept of the last resource: requests on one thing come one after another. */
function unknownTextOf(resource: string): Pattern {
  if (lastUnknown?.resource === resource) return lastUnknown.pattern;
  const pattern = unknownText(resource);
  lastUnknown = { resource, pattern };
  return pattern;
}

/** A resource whose `*` stand for text not known, and whose `?` for one such character: in one of the first five fields it holds
 *  no colon. */
function unknownText(resource: string): Pattern {
  const fields = resource.split(':');
  const head = fields
    .slice(0, 5)
    .map((field) => field.replaceAll('*', FIELD_STAR).replaceAll('?', FIELD_ONE));
  return [...head, ...fields.slice(5).map((field) => toPattern(field))].join(':');
}

let last: { readonly context: Context; readonly states: ReadonlyMap<string, KeyState> } | null = null;

/** Kept of the last context object, which is never changed: requests that share one come one after another. */
function lowerCased(context: Context): ReadonlyMap<string, KeyState> {
  if (last?.context === context) return last.states;
  const states = new Map<string, KeyState>();
  for (const key in context) {
    const state = context[key];
    if (state !== undefined) states.set(key.toLowerCase(), state);
  }
  last = { context, states };
  return states;
}
