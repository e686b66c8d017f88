// Questions to begin with, from the snapshot in view: one whose answer is no, one that cannot be told, one that depends, one that is yes.
import type { Analysis } from '@/lib/analysis/analysis';
import { arnAccount, arnName } from '@/lib/names/arn';
import type { JudgedNeed, State } from '@/lib/verdict/judgement';
import { stateOf } from '@/lib/verdict/state';
import { resourceName } from './ask';
import { askOf } from './ask-of-need';
import type { AskFields } from './ask-read';
import { accountName } from './naming';
import type { Words } from './trail';
import { mono, words } from './words';

export interface AskExample {
  readonly question: Words;
  /** What it shows: `Why checkout-service is broken`. */
  readonly about: string;
  readonly fields: AskFields;
}

const SHOWS: Readonly<Record<State, (pipeline: string) => string>> = {
  broken: (pipeline) => `Why ${pipeline} is broken`,
  unknown: (pipeline) => `What was not read for ${pipeline}`,
  depends: (pipeline) => `What ${pipeline} depends on`,
  works: (pipeline) => `What lets ${pipeline} through`,
};

/** At most one for each state, worst first; of what works, who puts on a hat of another account. Never throws. */
export function askExamples(analysis: Analysis): readonly AskExample[] {
  return STATES.flatMap((state) => exampleOf(analysis, state) ?? []);
}

const STATES = ['broken', 'unknown', 'depends', 'works'] as const;

function exampleOf(analysis: Analysis, state: State): AskExample | null {
  const isOfState = (one: { readonly state: State }) => one.state === state;
  for (const { arn, paths } of analysis.pipelines) {
    const name = analysis.inventory.pipelines.get(arn)?.name ?? arn;
    const hops = paths.filter(isOfState).flatMap((path) => path.hops.filter(isOfState));
    for (const judged of hops.flatMap(({ needs }) => needs)) {
      if (stateOf(judged.verdict) !== state || !judged.need.essential) continue;
      if (state === 'works' && !isClimb(judged)) continue;
      const fields = askOf(judged);
      if (fields !== null)
        return { fields, about: SHOWS[state](name), question: questionOf(analysis, fields) };
    }
  }
  return null;
}

function isClimb({ need }: JudgedNeed): boolean {
  return (
    need.action === 'sts:AssumeRole' &&
    need.principal.kind === 'role' &&
    arnAccount(need.principal.arn) !== need.resourceAccount
  );
}

/** `Can acme-prod’s deploy do kms:Decrypt on key/…?` */
function questionOf({ inventory }: Analysis, { who, does, on }: AskFields): Words {
  const account = arnAccount(who);
  const owner = account === null ? [] : [`${accountName(inventory, account)}’s `];
  const alias = inventory.keys.get(on)?.aliases[0]?.replace(/^alias\//, '');
  const target = on === '*' ? [] : [' on ', mono(alias ?? resourceName(on))];
  return words(
    'Can ',
    ...owner,
    mono(account === null ? who : arnName(who)),
    ' do ',
    mono(does),
    ...target,
    '?',
  );
}
