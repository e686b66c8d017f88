// Somebody may change a stack that a pipeline makes, with the role that CloudFormation makes it with.
import type { Role, User } from '@/lib/model/resource';
import { isProd } from '@/lib/model/tier';
import { type AccountId, type Arn, arnAccount, parseArn } from '@/lib/names/arn';
import { type Answer, mayDo, togetherSay } from '../ask';
import { hatWords } from '../hat-words';
import { hatsOf } from '../hats';
import { holdersOf } from '../principals';
import type { Judged, Rule } from '../rule';

/** A change set is made with one and carried out with another: of both this is the one that decides what is deployed. */
const ACTIONS: readonly string[] = ['cloudformation:UpdateStack', 'cloudformation:CreateChangeSet'];

export const principalChangesPipelineStacks: Rule = {
  id: 'principal-changes-pipeline-stacks',
  title: 'Somebody may change the stacks that a pipeline makes',
  severity: 'medium',
  marks: false,
  why: 'CloudFormation keeps the role that a stack was made with, and uses it for whoever changes the stack, also for those who may not pass that role: any template is then deployed with its rights, past source, build and approval. In production that counts for more. Administrators and the pipelines’ own roles are left out.',
  remedy:
    'Take cloudformation:UpdateStack and cloudformation:CreateChangeSet on the pipelines’ stacks from it, or ask for other stacks by name.',
  example: {
    wide: '{"Effect": "Allow", "Action": "cloudformation:*", "Resource": "*"}',
    narrow:
      '{"Effect": "Allow", "Action": "cloudformation:*", "Resource": "arn:aws:cloudformation:us-east-1:111122223333:stack/sandbox-*"}',
  },
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html',
  ],
  check(judged) {
    const wearing = new Set(hatsOf(judged).map((hat) => hat.role));
    const found = new Map<Arn, Found>();
    for (const stack of stacksOf(judged))
      for (const action of ACTIONS)
        for (const principal of holdersOf(judged, stack.account, action, stack.region)) {
          if (wearing.has(principal.arn)) continue;
          const answer = ask(judged, principal, action, stack);
          if (answer.verdict !== 'allowed' && answer.verdict !== 'unknown') continue;
          const one = found.get(principal.arn) ?? { answers: [], stacks: new Set(), pipelines: new Set() };
          found.set(principal.arn, one);
          one.answers.push(answer);
          one.stacks.add(stack.name);
          for (const arn of stack.pipelines) one.pipelines.add(arn);
        }
    return [...found].flatMap(([arn, { answers, stacks, pipelines }]) => {
      const said = togetherSay(answers);
      if (said === null) return [];
      const names = [...stacks].sort();
      return {
        subject: arn,
        pipelines: [...pipelines].sort(),
        title: `${hatWords(judged.inventory, arn)} may change ${names.length === 1 ? `the stack ${names[0]}` : `${names.length} stacks of pipelines`}, and CloudFormation then uses the role of the pipeline’s deployment`,
        ...(isProd(judged.inventory, arnAccount(arn)) ? {} : { severity: 'low' as const }),
        ...said,
      };
    });
  },
};

interface Found {
  readonly answers: Answer[];
  readonly stacks: Set<string>;
  readonly pipelines: Set<Arn>;
}

interface MadeStack {
  /** With `*` for the id that CloudFormation gives it. */
  readonly arn: Arn;
  readonly name: string;
  readonly account: AccountId;
  readonly region: string;
  readonly pipelines: ReadonlySet<Arn>;
}

/** The stacks that some action makes with a role of its own, each once. */
function stacksOf(judged: Judged): readonly MadeStack[] {
  const stacks = new Map<Arn, MadeStack & { readonly pipelines: Set<Arn> }>();
  for (const { uses } of hatsOf(judged).filter(({ jobs }) => jobs.has('stack')))
    for (const { pipeline, path } of uses)
      for (const { resource } of path.hops.flatMap(({ needs }) => needs)) {
        const name = /^arn:[^:]+:cloudformation:[^:]+:\d{12}:stack\/([^/*]+)\//.exec(resource)?.[1];
        const account = arnAccount(resource);
        if (name === undefined || account === null) continue;
        const region = parseArn(resource)?.region ?? path.region;
        const known = stacks.get(resource) ?? { arn: resource, name, account, region, pipelines: new Set() };
        stacks.set(resource, known);
        known.pipelines.add(pipeline);
      }
  return [...stacks.values()];
}

function ask(judged: Judged, principal: Role | User, action: string, stack: MadeStack): Answer {
  return mayDo(judged, principal, {
    action,
    resource: stack.arn,
    account: stack.account,
    region: stack.region,
  });
}
