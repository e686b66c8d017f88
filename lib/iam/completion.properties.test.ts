// What is not known, filled in at random: a sure verdict stays, and where it depends the condition tells which one follows. Unlike the
// naive evaluator's worlds these hold grants, object ownership, identity providers and accounts that are not known.
import { expect, it, vi } from 'vitest';
import { authorize } from './authorize';
import { prepare } from './env';
import { makeLines, randomFrom } from './lines.fixture';
import type { Raw, RawObject } from './oracle.fixture';
import { readRequest } from './read-request';
import { meetsResidual } from './residual.fixture';
import { KEYS } from './vocabulary.fixture';

/** More than a run of every day: set IAM_SOAK to a number of requests, and IAM_SEED to other ones. */
const RUNS = Number(process.env.IAM_SOAK ?? 4000);
vi.setConfig({ testTimeout: 120_000 + 100 * RUNS });

const ROLE = 'arn:aws:iam::111111111111:role/app';
const PRINCIPALS = [
  ROLE,
  'arn:aws:sts::111111111111:federated-user/bob',
  'token.actions.githubusercontent.com',
  'arn:aws:iam::111111111111:saml-provider/p',
  'arn:aws:iam::111111111111:role/aws-service-role/x.amazonaws.com/r',
];
const ACTIONS = [
  'sts:AssumeRoleWithWebIdentity',
  'sts:TagSession',
  'kms:RetireGrant',
  'kms:CreateGrant',
  's3:GetBucketPolicy',
  's3:PutObject',
];
const FILLINGS = [
  '',
  'x',
  'app',
  '111111111111',
  '222222222222',
  'us-east-1',
  'app/x',
  'q:x',
  'key/k',
  'role/t',
];
const ENCRYPTION: readonly (readonly [key: string, values: readonly Raw[]])[] = [
  ['kms:EncryptionContext:a', ['b', 'c']],
  ['kms:EncryptionContextKeys', [['a'], ['a', 'd'], ['z']]],
];
const VALUES = new Map<string, readonly Raw[]>([
  ...KEYS.map(({ key, values }) => [key, values] as const),
  ['aws:PrincipalTag/team', ['app', 'x']],
  ...ENCRYPTION,
]);

const random = randomFrom(Number(process.env.IAM_SEED ?? 20261124));
const make = makeLines(random);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const chance = (probability: number) => random() < probability;

/** A request of which more may be unknown. */
function openLine(): RawObject {
  const line: RawObject = { ...make(chance(0.5)), closed: chance(0.5) };
  if (chance(0.3)) line.principal = pick(PRINCIPALS);
  if (chance(0.3)) line.action = pick(ACTIONS);
  const fields = String(line.resource).split(':');
  if (fields.length > 5 && chance(0.4)) {
    const at = pick([3, 4, 5, 5]);
    const text = fields[at] ?? '';
    fields[at] =
      at < 5 || text.startsWith('key') ? '*' : `${text.slice(0, Math.floor(random() * text.length))}*`;
    line.resource = fields.join(':');
    if (at === 4) delete line.resourceAccount;
  }
  const constraint = {
    [pick(['EncryptionContextSubset', 'EncryptionContextEquals'])]: { a: pick(['b', 'c']) },
  };
  const grant = { GranteePrincipal: ROLE, Operations: ['Decrypt', 'CreateGrant'], Constraints: constraint };
  line.policies = {
    ...(line.policies as RawObject),
    ...(chance(0.3)
      ? { grants: [chance(0.7) ? grant : { ...grant, RetiringPrincipal: ROLE, Constraints: {} }] }
      : {}),
    ...(chance(0.2) ? { restrictPublicBuckets: true } : {}),
    ...(chance(0.1)
      ? { objectOwnership: 'ObjectWriter', objectOwner: pick(['111111111111', '222222222222']) }
      : {}),
  };
  return line;
}

/** The request with all that the request itself leaves open filled in; null where the filling makes no sense. */
function filledIn(line: RawObject): RawObject | null {
  const context: { [key: string]: Raw } = { ...(line.context as RawObject) };
  for (const [key, values] of VALUES) {
    const state = context[key];
    const isOpen = state === undefined ? line.closed === false : isObject(state);
    if (isOpen) context[key] = pick([null, ...values]);
  }
  const fields = String(line.resource).split(':');
  const hole = fields.length > 5 ? fields.findIndex((field) => field.includes('*')) : -1;
  if (hole >= 0) fields[hole] = (fields[hole] ?? '').replace('*', () => pick(FILLINGS));
  if (fields.length > 1 && fields.some((field) => field.includes('*'))) return null;
  if (hole >= 0 && hole < 5 && (fields.length > 6 || /^$|[:/]/.test(fields[hole] ?? ''))) return null;
  const principal =
    line.principal === ROLE
      ? `arn:aws:sts::111111111111:assumed-role/app/${pick(['s1', 's2'])}`
      : line.principal;
  return { ...line, context, resource: fields.join(':'), principal: principal ?? null, closed: true };
}

function isObject(raw: Raw): boolean {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function decided(line: RawObject) {
  const read = readRequest(line);
  if (read.kind === 'unreadable') throw new Error(`${read.error} in ${JSON.stringify(line)}`);
  return { ...read, decision: authorize(read.request, read.policies) };
}

it('stays sure, and follows the condition, however the unknown turns out', () => {
  const compared = { allowed: 0, denied: 0, depends: 0, unknown: 0 };
  for (let left = RUNS; left > 0; left--) {
    const line = openLine();
    const { verdict, allowIf } = decided(line).decision;
    if (verdict === 'unknown') continue;
    for (let turn = 0; turn < 6; turn++) {
      const filled = filledIn(line);
      if (filled === null) continue;
      const { request, policies, decision } = decided(filled);
      if (decision.verdict === 'unknown' || (verdict === 'depends' && allowIf === undefined)) continue;
      const { principal, context } = request;
      const session =
        principal.kind === 'role'
          ? { 'aws:userid': { kind: 'known', values: [`AROA:${principal.sessionName}`] } as const }
          : {};
      const env = prepare({ ...request, context: { ...session, ...context } }, policies, null);
      const expected = allowIf === undefined ? verdict : meetsResidual(allowIf, env) ? 'allowed' : 'denied';
      expect({ line, filled, verdict: decision.verdict }).toEqual({ line, filled, verdict: expected });
      compared[verdict]++;
    }
  }
  for (const verdict of ['allowed', 'denied', 'depends'] as const)
    expect(compared[verdict]).toBeGreaterThan(RUNS / 100);
});
