// The hats of all pipelines: which roles their paths put on, run with or hand on, in which job and for which pipelines.
import { sortedBy } from '@/lib/base/sort';
import type { Role } from '@/lib/model/resource';
import type { Arn, Region } from '@/lib/names/arn';
import type { JudgedPath, JudgedPipeline } from '@/lib/verdict/judgement';
import { hatWords } from './hat-words';
import type { Judged } from './rule';

/** `pipeline`: runs the pipeline. `action`: an action names it. `build`: CodeBuild runs a repository's commands with it. `stack`:
 *  CloudFormation makes a template's resources with it. `other`: any other role that a service puts on because of an action. */
export type HatJob = 'pipeline' | 'action' | 'build' | 'stack' | 'other';

/** One action that a hat takes part in. */
export interface HatUse {
  readonly pipeline: Arn;
  readonly path: JudgedPath['path'];
}

export interface Hat {
  readonly role: Arn;
  readonly jobs: ReadonlySet<HatJob>;
  readonly pipelines: readonly Arn[];
  readonly uses: readonly HatUse[];
  /** The principals that a pipeline's own run needs to put it on: role ARNs. */
  readonly wornBy: readonly Arn[];
  /** The region of its first action. */
  readonly region: Region;
}

interface Gathering {
  readonly jobs: Set<HatJob>;
  readonly pipelines: Set<Arn>;
  readonly uses: HatUse[];
  readonly wornBy: Set<Arn>;
  readonly region: Region;
}

/** Every role that some pipeline wears. Sorted by ARN. Never throws. */
export function hatsOf({ pipelines, shelf }: Pick<Judged, 'pipelines' | 'shelf'>): readonly Hat[] {
  return shelf.once('hats', () => gather(pipelines));
}

/** Those whose role was read, with it. Never throws. */
export function readHats(judged: Judged): readonly { readonly hat: Hat; readonly role: Role }[] {
  return judged.shelf.once('read hats', () =>
    hatsOf(judged).flatMap((hat) => {
      const role = judged.inventory.roles.get(hat.role);
      return role === undefined ? [] : [{ hat, role }];
    }),
  );
}

function gather(pipelines: readonly JudgedPipeline[]): readonly Hat[] {
  const hats = new Map<Arn, Gathering>();
  for (const { arn, paths } of pipelines) for (const { path } of paths) gatherPath(hats, arn, path);
  return sortedBy([...hats], ([role]) => role).map(([role, one]) => ({
    role,
    jobs: one.jobs,
    pipelines: [...one.pipelines].sort(),
    uses: one.uses,
    wornBy: [...one.wornBy].sort(),
    region: one.region,
  }));
}

function gatherPath(hats: Map<Arn, Gathering>, pipeline: Arn, path: JudgedPath['path']): void {
  for (const hop of path.hops) {
    if (hop.kind !== 'assumes' && hop.kind !== 'passes' && hop.kind !== 'runs-as') continue;
    for (const need of hop.needs) {
      // Being put on is what makes a role a hat; the request to hand it on says the same once more.
      if (need.action !== 'sts:AssumeRole' || need.resource.includes('*')) continue;
      const { principal } = need;
      const hat = hats.get(need.resource) ?? {
        jobs: new Set(),
        pipelines: new Set(),
        uses: [],
        wornBy: new Set(),
        region: path.region,
      };
      hats.set(need.resource, hat);
      hat.jobs.add(principal.kind === 'service' ? jobFor(principal.service) : 'action');
      hat.pipelines.add(pipeline);
      const last = hat.uses.at(-1);
      if (last?.path !== path) hat.uses.push({ pipeline, path });
      if (principal.kind === 'role') hat.wornBy.add(principal.arn);
    }
  }
}

/** The job in which a service of AWS puts a role on. Never throws. */
export function jobFor(service: string): HatJob {
  if (service === 'codepipeline.amazonaws.com') return 'pipeline';
  if (service === 'codebuild.amazonaws.com') return 'build';
  return service === 'cloudformation.amazonaws.com' ? 'stack' : 'other';
}

const TITLES: Readonly<Record<HatJob, string>> = {
  pipeline: 'pipeline role',
  action: 'action role',
  build: 'build role',
  stack: 'CloudFormation execution role',
  other: 'service role',
};

/** What the hat is for, in words, its most telling job first. */
function jobTitle({ jobs }: Pick<Hat, 'jobs'>): string {
  const told = (['build', 'pipeline', 'action', 'stack', 'other'] as const).find((job) => jobs.has(job));
  return TITLES[told ?? 'other'];
}

/** `the action role acme-prod/deploy`, without its article. Never throws. */
export function hatTitle({ inventory }: Judged, hat: Hat): string {
  return `${jobTitle(hat)} ${hatWords(inventory, hat.role)}`;
}
