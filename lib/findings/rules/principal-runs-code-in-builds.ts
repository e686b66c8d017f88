// Somebody may run commands of their own with the role of a pipeline's build.
import type { Role, User } from '@/lib/model/resource';
import type { BuildProject } from '@/lib/model/service-resource';
import type { Arn } from '@/lib/names/arn';
import { type Answer, mayDo, togetherSay } from '../ask';
import { hatWords } from '../hat-words';
import { hatsOf } from '../hats';
import { holdersOf } from '../principals';
import type { Judged, Rule } from '../rule';

const ACTIONS: readonly string[] = ['codebuild:StartBuild', 'codebuild:UpdateProject'];

export const principalRunsCodeInBuilds: Rule = {
  id: 'principal-runs-code-in-builds',
  title: 'Somebody may run commands of their own in a pipeline’s build',
  severity: 'medium',
  marks: false,
  why: 'Starting a build may override its specification, its image and its source, and changing a project may do so for good: the commands run with the role of the build, and what they write may be delivered. Administrators and the pipelines’ own roles are left out.',
  remedy:
    'Take codebuild:StartBuild and codebuild:UpdateProject on the projects of pipelines from it, or name other projects.',
  example: {
    wide: '{"Effect": "Allow", "Action": "codebuild:*", "Resource": "*"}',
    narrow:
      '{"Effect": "Allow", "Action": "codebuild:StartBuild", "Resource": "arn:aws:codebuild:us-east-1:111122223333:project/nightly-tests"}',
  },
  sources: [
    'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_StartBuild.html',
    'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_UpdateProject.html',
  ],
  check(judged) {
    const hats = hatsOf(judged);
    const wearing = new Set(
      hats.filter(({ jobs }) => jobs.has('pipeline') || jobs.has('action')).map((hat) => hat.role),
    );
    const builds = new Map(hats.filter(({ jobs }) => jobs.has('build')).map((hat) => [hat.role, hat]));
    const projects = [...judged.inventory.projects.values()].filter((one) =>
      builds.has(one.serviceRole ?? ''),
    );
    const found = new Map<
      Arn,
      { readonly answers: Answer[]; readonly projects: Set<BuildProject>; readonly does: Set<string> }
    >();
    for (const project of projects)
      for (const action of ACTIONS)
        for (const principal of holdersOf(judged, project.account, action, project.region)) {
          if (wearing.has(principal.arn)) continue;
          const answer = ask(judged, principal, action, project);
          if (answer.verdict !== 'allowed' && answer.verdict !== 'unknown') continue;
          const one = found.get(principal.arn) ?? { answers: [], projects: new Set(), does: new Set() };
          found.set(principal.arn, one);
          one.answers.push(answer);
          one.projects.add(project);
          one.does.add(action);
        }
    return [...found].flatMap(([arn, one]) => {
      const said = togetherSay(one.answers);
      if (said === null) return [];
      const names = [...one.projects].map(({ name }) => name).sort();
      const pipelines = [...one.projects].flatMap(
        ({ serviceRole }) => builds.get(serviceRole ?? '')?.pipelines ?? [],
      );
      return {
        subject: arn,
        pipelines: [...new Set(pipelines)].sort(),
        title: `${hatWords(judged.inventory, arn)} may run commands of its own with the build role of ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''} (${[...one.does].sort().join(', ')})`,
        ...said,
      };
    });
  },
};

function ask(judged: Judged, principal: Role | User, action: string, project: BuildProject): Answer {
  return mayDo(judged, principal, {
    action,
    resource: project.arn,
    account: project.account,
    region: project.region,
  });
}
