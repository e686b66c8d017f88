// What pipelines need of one role: every request that they make with it, and every time that somebody puts it on for them.
import { type HatJob, jobFor } from '@/lib/findings/hats';
import type { Judged } from '@/lib/findings/rule';
import type { Need, PermissionPath } from '@/lib/graph/hop';
import type { Arn } from '@/lib/names/arn';
import type { JudgedNeed } from '@/lib/verdict/judgement';

/** One request, however many actions make it. */
export interface RoleNeed {
  readonly judged: JudgedNeed;
  /** Whether some action cannot do without it. */
  readonly essential: boolean;
  readonly pipelines: readonly Arn[];
}

/** Why what a role needs beyond this is not known. */
export type CodeReason = 'build' | 'stack' | 'commands' | 'service' | 'ci' | 'not modelled';

export interface RoleUse {
  readonly jobs: readonly HatJob[];
  readonly pipelines: readonly Arn[];
  /** Requests that are made with the role. */
  readonly makes: readonly RoleNeed[];
  /** Requests to put it on. */
  readonly wornBy: readonly RoleNeed[];
  /** Empty: all that it needs is told by pipelines. */
  readonly code: readonly CodeReason[];
}

interface Gathering {
  readonly jobs: Set<HatJob>;
  readonly pipelines: Set<Arn>;
  readonly makes: Map<string, Grown>;
  readonly wornBy: Map<string, Grown>;
  readonly code: Set<CodeReason>;
}

interface Grown {
  readonly judged: JudgedNeed;
  essential: boolean;
  readonly pipelines: Set<Arn>;
}

/** The use that pipelines make of the role; null where none does. Never throws. */
export function roleUse(judged: Judged, role: Arn): RoleUse | null {
  const found = usesByRole(judged).get(role);
  if (found === undefined) return null;
  const all = (needs: ReadonlyMap<string, Grown>): readonly RoleNeed[] =>
    [...needs.values()].map((one) => ({
      judged: one.judged,
      essential: one.essential,
      pipelines: [...one.pipelines].sort(),
    }));
  return {
    jobs: [...found.jobs].sort(),
    pipelines: [...found.pipelines].sort(),
    makes: all(found.makes),
    wornBy: all(found.wornBy),
    code: [...found.code].sort(),
  };
}

function usesByRole({ pipelines, shelf }: Judged): ReadonlyMap<Arn, Gathering> {
  return shelf.once('uses of roles', () => {
    const uses = new Map<Arn, Gathering>();
    const gatheringOf = (role: Arn): Gathering => {
      const use: Gathering = uses.get(role) ?? {
        jobs: new Set(),
        pipelines: new Set(),
        makes: new Map(),
        wornBy: new Map(),
        code: new Set(),
      };
      uses.set(role, use);
      return use;
    };
    for (const { arn, paths } of pipelines)
      for (const { path, hops } of paths)
        for (const { hop, needs } of hops)
          for (const judged of needs) {
            const { principal, action, resource } = judged.need;
            if (principal.kind === 'role') {
              const use = gatheringOf(principal.arn);
              use.pipelines.add(arn);
              note(use.makes, judged, arn);
              if (hop.kind === 'triggers' && !STARTS.test(action)) use.code.add('ci');
              for (const reason of reasonsIn(path, principal.arn)) use.code.add(reason);
            }
            if (!ASSUMES.test(action) || resource.includes('*')) continue;
            const use = gatheringOf(resource);
            use.pipelines.add(arn);
            note(use.wornBy, judged, arn);
            const job = principal.kind === 'service' ? jobFor(principal.service) : 'action';
            use.jobs.add(job);
            const reason = principal.kind === 'service' ? codeOf(job, principal.service) : null;
            if (reason !== null) use.code.add(reason);
            if (principal.kind === 'web-identity' || principal.kind === 'saml') use.code.add('ci');
          }
    return uses;
  });
}

const ASSUMES = /^sts:AssumeRole(WithWebIdentity|WithSAML)?$/;

/** What an event rule does with its role: it starts something, and no more. */
const STARTS = /^(codepipeline:StartPipelineExecution|events:PutEvents)$/;

function note(needs: Map<string, Grown>, judged: JudgedNeed, pipeline: Arn): void {
  const name = nameOf(judged.need);
  const known = needs.get(name) ?? { judged, essential: false, pipelines: new Set<Arn>() };
  needs.set(name, known);
  known.essential ||= judged.need.essential;
  known.pipelines.add(pipeline);
}

/** Two needs of one name are one request. */
function nameOf({ principal, action, resource, base, context, cannotTell, unread }: Need): string {
  return JSON.stringify([
    principal,
    action,
    resource,
    base['aws:RequestedRegion'],
    context,
    cannotTell,
    unread,
  ]);
}

/** Services that run a customer's own code, or a template, with the role that they put on; others do what AWS says of them. */
const RUNS_NOTHING = /^(codepipeline|events|scheduler)\.amazonaws\.com/;

function codeOf(job: HatJob, service: string): CodeReason | null {
  if (job === 'build' || job === 'stack') return job;
  return RUNS_NOTHING.test(service) ? null : 'service';
}

/** An action of type Commands runs them with the role that runs the action; of a provider that is not modelled nobody knows. */
function reasonsIn(path: PermissionPath, role: Arn): readonly CodeReason[] {
  if (path.role !== role) return [];
  if (!path.modelled) return ['not modelled'];
  return path.provider === 'Commands' ? ['commands'] : [];
}
