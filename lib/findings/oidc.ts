// Roles that jobs of GitHub and GitLab put on, and what their trust says to jobs that nobody had in mind.
import { authorize } from '@/lib/iam/authorize';
import { ABSENT, known } from '@/lib/iam/context';
import type { Decision } from '@/lib/iam/decision';
import { candidateStatements } from '@/lib/iam/evaluate-policy';
import type { KeyState } from '@/lib/iam/request';
import type { Condition, Statement } from '@/lib/iam/statement';
import type { Role } from '@/lib/model/resource';
import type { Arn } from '@/lib/names/arn';
import type { PolicySource } from '@/lib/verdict/judgement';
import { trustPolicy } from '@/lib/verdict/resource-policies';
import type { FindingDraft } from './finding';
import { NOBODY } from './nobody';
import type { Judged } from './rule';

export type CiFlavour = 'github' | 'gitlab';

/** What the trust policy of a role says to one identity provider. */
export interface CiTrust {
  readonly role: Role;
  readonly provider: Arn;
  /** The prefix of its context keys: `gitlab.com`. */
  readonly host: string;
  readonly flavour: CiFlavour;
  /** What its conditions compare the subject and the audience with, as written. */
  readonly subjects: readonly string[];
  readonly audiences: readonly string[];
  /** The audiences that the provider knows; null where it was not read. */
  readonly registered: readonly string[] | null;
  readonly source: PolicySource;
  readonly pipelines: readonly Arn[];
}

const ASSUME = 'sts:AssumeRoleWithWebIdentity';

/** One for each role and provider of GitHub or GitLab that it trusts. Sorted by role. Never throws. */
export function ciTrusts(judged: Judged): readonly CiTrust[] {
  return judged.shelf.once('ci trusts', () => {
    const served = servedBy(judged);
    return [...judged.inventory.roles.values()].flatMap((role) => trustsOf(judged, role, served));
  });
}

/** The pipelines to whose source a role delivers. */
function servedBy({ pipelines }: Judged): ReadonlyMap<Arn, ReadonlySet<Arn>> {
  const served = new Map<Arn, Set<Arn>>();
  for (const { arn, paths } of pipelines)
    for (const { path } of paths)
      for (const { kind, needs } of path.hops)
        for (const need of kind === 'triggers' ? needs : [])
          if (need.action === ASSUME)
            served.set(need.resource, (served.get(need.resource) ?? new Set()).add(arn));
  return served;
}

function trustsOf(
  { inventory, shelf }: Judged,
  role: Role,
  served: ReadonlyMap<Arn, ReadonlySet<Arn>>,
): readonly CiTrust[] {
  const trust = trustPolicy(inventory, shelf, role.arn);
  if (trust === null || trust.policy.kind === 'unread') return [];
  if (!trust.policy.statements.some(({ principals }) => (principals?.federated.size ?? 0) > 0)) return [];
  const statements = candidateStatements(trust.policy, ASSUME).filter((one) => one.effect !== 'Deny');
  const providers = new Set(statements.flatMap((one) => [...(one.principals?.federated ?? [])]));
  return [...providers].sort().flatMap((provider): CiTrust[] => {
    const host = /:oidc-provider\/(.+)$/.exec(provider)?.[1]?.toLowerCase();
    if (host === undefined) return [];
    const own = statements.filter((one) => one.principals?.federated.has(provider) === true);
    const subjects = writtenIn(own, `${host}:sub`);
    const flavour = flavourOf(host, subjects);
    if (flavour === null) return [];
    return [
      {
        role,
        provider,
        host,
        flavour,
        subjects,
        audiences: writtenIn(own, `${host}:aud`),
        registered: inventory.identityProviders.get(provider)?.audiences ?? null,
        source: trust.source,
        pipelines: [...(served.get(role.arn) ?? [])].sort(),
      },
    ];
  });
}

/** Self-managed hosts are told by their name or by the form of the subjects that the trust asks for.
 *  @see https://docs.github.com/en/actions/reference/security/oidc (read 2026-11-24)
 *  @see https://docs.gitlab.com/ci/secrets/id_token_authentication/ (read 2026-11-24) */
function flavourOf(host: string, subjects: readonly string[]): CiFlavour | null {
  if (/(^|\.)githubusercontent\.com(\/|$)/.test(host) || subjects.some((one) => one.startsWith('repo:')))
    return 'github';
  if (host.includes('gitlab') || subjects.some((one) => one.startsWith('project_path:'))) return 'gitlab';
  return null;
}

function writtenIn(statements: readonly Statement[], key: string): readonly string[] {
  const conditions: readonly Condition[] = statements.flatMap((one) => one.conditions);
  return [
    ...new Set(
      conditions.filter((one) => one.key === key && !one.operator.isNegated).flatMap((one) => one.written),
    ),
  ];
}

/** What the trust policy says to a job with this subject; of everything else in its token it carries what nobody had in mind. A job
 *  chooses its audience, so any that the provider knows will do. Never throws. */
export function jobPutsOn(judged: Judged, trust: CiTrust, subject: string): Decision {
  const shelved = trustPolicy(judged.inventory, judged.shelf, trust.role.arn);
  const audiences = trust.audiences.length > 0 ? trust.audiences : (trust.registered ?? []);
  const context: Record<string, KeyState> = { 'sts:ExternalId': ABSENT };
  for (const key of shelved?.keys ?? [])
    if (key.toLowerCase().startsWith(`${trust.host}:`)) context[key] = known(NOBODY);
  const ask = (audience: string): Decision =>
    authorize(
      {
        principal: { kind: 'web-identity', provider: trust.provider },
        action: ASSUME,
        resource: trust.role.arn,
        resourceAccount: trust.role.account,
        context: {
          ...context,
          [`${trust.host}:sub`]: known(subject),
          [`${trust.host}:aud`]: known(audience),
          'aws:FederatedProvider': known(trust.provider),
        },
        closed: false,
      },
      {
        identity: [],
        boundary: null,
        session: null,
        resource: shelved?.policy ?? { kind: 'unread', id: trust.source.id },
        scp: null,
        rcp: null,
        endpoint: null,
      },
    );
  const answers = (audiences.length > 0 ? audiences : ['sts.amazonaws.com']).map((one) =>
    ask(/[*?]/.test(one) ? NOBODY : one),
  );
  return (
    answers.find((one) => one.verdict === 'allowed') ??
    answers.find((one) => one.verdict === 'unknown') ??
    answers[0] ??
    ask('sts.amazonaws.com')
  );
}

/** Subjects of jobs that a stranger runs: in a repository of its own, on a branch, for a pull request, in an environment. */
export const STRANGE_SUBJECTS: Readonly<Record<CiFlavour, readonly string[]>> = {
  github: [
    `repo:${NOBODY}/${NOBODY}:ref:refs/heads/main`,
    `repo:${NOBODY}/${NOBODY}:pull_request`,
    `repo:${NOBODY}/${NOBODY}:environment:production`,
  ],
  gitlab: [
    `project_path:${NOBODY}/${NOBODY}:ref_type:branch:ref:main`,
    `project_path:${NOBODY}/${NOBODY}:ref_type:tag:ref:v1`,
  ],
};

/** Whether the host serves everybody, and not one company. Never throws. */
export function isPublicHost(host: string): boolean {
  return host === 'gitlab.com' || host === 'token.actions.githubusercontent.com';
}

export const FLAVOUR_TITLES: Readonly<Record<CiFlavour, string>> = { github: 'GitHub', gitlab: 'GitLab' };

/** What the answers to several subjects come to: shown where one of them is let in, possible where that cannot be told; null where
 *  all stay out. Never throws. */
export function jobsPutOn(
  judged: Judged,
  trust: CiTrust,
  subjects: readonly string[],
): Pick<FindingDraft, 'certainty' | 'evidence' | 'open'> | null {
  const decisions = subjects.map((subject) => jobPutsOn(judged, trust, subject));
  const decision =
    decisions.find((one) => one.verdict === 'allowed') ?? decisions.find((one) => one.verdict === 'unknown');
  if (decision === undefined) return null;
  return {
    certainty: decision.verdict === 'allowed' ? 'shown' : 'possible',
    evidence: decision.evidence
      .filter((one) => one.layer === 'resource' && one.effect === 'Allow')
      .map(({ statement }) => ({ source: trust.source, statement })),
    open: decision.verdict === 'allowed' ? [] : ['the trust policy could not be read in full'],
  };
}
