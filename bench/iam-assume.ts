// Measures who-can-assume on a whole organisation: from compiled policies to every edge, as roles and accounts grow.
// Run: npx tsx bench/iam-assume.ts [accounts]
import type { Actor, AssumeWorld, Target } from '@/lib/iam/assume-world';
import { ABSENT, known } from '@/lib/iam/context';
import { parsePolicy } from '@/lib/iam/parse-policy';
import { allAssumeEdges, indexAssume } from '@/lib/iam/who-can-assume';

const ROLES = 100;

/** Accounts of a hundred roles: hubs that deploy into others, roles of services, roles that trust their account, and one in fifty
 *  with more rights than it needs. */
function organisation(accounts: number): AssumeWorld {
  const ids = Array.from({ length: accounts }, (_, at) => String(100000000000 + at));
  const admin = parsePolicy('AdministratorAccess', 'identity', {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
  });
  const full = parsePolicy('FullAWSAccess', 'scp', {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
  });
  const scp = [[full], [full], [full]];
  const actors: Actor[] = [];
  const targets: Target[] = [];
  ids.forEach((account, at) => {
    for (let role = 0; role < ROLES; role++) {
      const arn = `arn:aws:iam::${account}:role/role-${role}`;
      const own = parsePolicy(`own-${arn}`, 'identity', {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: ['s3:Get*', 'logs:*'], Resource: '*' },
          { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: reached(role, ids, at) },
        ],
      });
      const trust = parsePolicy(`trust-${arn}`, 'resource', {
        Version: '2012-10-17',
        Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: trusts(role, ids, at) },
      });
      const identity = role % 50 === 49 ? [own, admin] : [own];
      actors.push({ principal: { kind: 'role', arn, account }, policies: { identity, boundary: null, scp } });
      targets.push({ arn, account, trust, rcp: null });
    }
  });
  const context = { 'sts:ExternalId': ABSENT, 'aws:PrincipalOrgID': known('o-1') };
  return { actors, targets, contextOf: () => context };
}

function reached(role: number, ids: readonly string[], at: number): readonly string[] {
  const other = (step: number) => ids[(at + step) % ids.length] ?? '';
  if (role % 10 === 0) return ['arn:aws:iam::*:role/role-1'];
  if (role % 10 === 1) return [1, 2, 3].map((step) => `arn:aws:iam::${other(step)}:role/role-${role}`);
  return [
    `arn:aws:iam::${other(0)}:role/role-${(role + 1) % ROLES}`,
    `arn:aws:iam::${other(7)}:role/role-2*`,
  ];
}

function trusts(role: number, ids: readonly string[], at: number): object {
  const other = (step: number) => ids[(at + ids.length - step) % ids.length] ?? '';
  if (role % 3 === 0) return { Service: 'codebuild.amazonaws.com' };
  if (role % 10 === 1)
    return { AWS: [1, 2, 3].map((step) => `arn:aws:iam::${other(step)}:role/role-${role}`) };
  return { AWS: [other(0), other(7)].map((id) => `arn:aws:iam::${id}:root`) };
}

const largest = Number(process.argv[2] ?? 1000);
for (const accounts of [largest / 100, largest / 10, largest]) {
  const world = organisation(accounts);
  globalThis.gc?.();
  const [startMs, startCpu] = [performance.now(), process.cpuUsage()];
  const counts: { [verdict: string]: number } = {};
  for (const edge of allAssumeEdges(indexAssume(world)))
    counts[edge.decision.verdict] = (counts[edge.decision.verdict] ?? 0) + 1;
  const seconds = (performance.now() - startMs) / 1000;
  const used = process.cpuUsage(startCpu);
  console.log(
    `${String(accounts).padStart(5)} accounts  ${String(accounts * ROLES).padStart(7)} roles  ${seconds.toFixed(2).padStart(6)} s  ` +
      `${((used.user + used.system) / 1e6).toFixed(2).padStart(6)} s of processor  ` +
      `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB  ${JSON.stringify(counts)}`,
  );
}
