// A question of the reader’s own, "Can X do Y?", answered and worded like a need of a permission path.
import type { Analysis } from '@/lib/analysis/analysis';
import type { KeyState } from '@/lib/iam/request';
import { arnAccount, arnName } from '@/lib/names/arn';
import { serviceTitle } from '@/lib/names/service-title';
import { type Asked, askNeed } from '@/lib/verdict/ask-need';
import type { State } from '@/lib/verdict/judgement';
import type { PolicyShelf } from '@/lib/verdict/policy-shelf';
import { stateOf } from '@/lib/verdict/state';
import { causeOf, decidingPolicy, dependsCause, unknownCause } from './answer';
import { type AskFields, type AskProblems, readAsk } from './ask-read';
import { accountName } from './naming';
import { needTrail } from './need-trail';
import { roleId } from './role-page-id';
import type { NeedTrail, Words } from './trail';
import { mono, words } from './words';

export interface AskAnswer {
  readonly kind: 'answer';
  readonly state: State;
  readonly answer: Words;
  readonly trail: NeedTrail;
  /** Context keys on which it hangs and of which nothing is said yet. */
  readonly openKeys: readonly string[];
  /** How the page of the role that asks is named; null where no role of the snapshot asks. */
  readonly role: string | null;
}

export type AskResult = AskAnswer | { readonly kind: 'problems'; readonly problems: AskProblems };

/** The answer, or what is wrong with each field. Never throws. */
export function ask(analysis: Analysis, shelf: PolicyShelf, fields: AskFields): AskResult {
  const { inventory } = analysis;
  const read = readAsk(inventory, fields);
  if (read.kind === 'problems') return read;
  const judged = askNeed(inventory, shelf, read.asked);
  const { principal } = read.asked;
  const said = new Set(Object.keys(read.asked.context).map((key) => key.toLowerCase()));
  const open = judged.decision.undetermined.flatMap((one) => (one.kind === 'key' ? one.key : []));
  const trail = needTrail(inventory, judged);
  return {
    kind: 'answer',
    state: stateOf(judged.verdict),
    answer: answerWords(analysis, read.asked, judged),
    trail: { ...trail, ask: null, request: [...trail.request.slice(0, 3), ...contextLines(read.asked)] },
    openKeys: [...new Set(open)].filter((key) => !said.has(key.toLowerCase())).sort(),
    role: principal.kind === 'role' && inventory.roles.has(principal.arn) ? roleId(principal.arn) : null,
  };
}

function answerWords(
  { inventory }: Analysis,
  { principal, action, resource }: Asked,
  judged: ReturnType<typeof askNeed>,
): Words {
  const who =
    principal.kind === 'service'
      ? words(serviceTitle(principal.service))
      : 'arn' in principal
        ? words(`${accountName(inventory, arnAccount(principal.arn))}’s `, mono(arnName(principal.arn)))
        : words('provider' in principal ? mono(arnName(principal.provider)) : principal.kind);
  const what = words(mono(action), ...(resource === '*' ? [] : [' on ', mono(resourceName(resource))]));
  switch (judged.verdict) {
    case 'allowed':
      return words('Yes: ', ...who, ' may ', ...what, '.');
    case 'denied':
      return words('No: ', ...who, ' may not ', ...what, ': ', ...causeOf(inventory, judged), '.');
    case 'unknown':
      return words(
        'Cannot tell whether ',
        ...who,
        ' may ',
        ...what,
        ': ',
        ...unknownCause(inventory, judged),
        '.',
      );
    case 'depends':
      return words(
        'Depends on ',
        ...dependsCause(judged),
        ...decidingPolicy(inventory, judged),
        ': whether ',
        ...who,
        ' may ',
        ...what,
        ' is decided at request time.',
      );
  }
}

/** `bucket/key` of an object, the last part of every other ARN. Never throws. */
export function resourceName(resource: string): string {
  return resource.startsWith('arn:') && resource.split(':')[2] === 's3'
    ? resource.slice(resource.lastIndexOf(':') + 1)
    : arnName(resource);
}

function contextLines({ context }: Asked): NeedTrail['request'] {
  return Object.entries(context).map(([key, state]) => ({ label: key, value: stateWords(state) }));
}

function stateWords(state: KeyState): string {
  switch (state.kind) {
    case 'known':
      return state.values.join(', ');
    case 'absent':
      return 'not sent';
    case 'present':
      return 'sent, with a value not known';
    case 'unknown':
      return 'not known';
  }
}
