// The statements of a trust policy as doors: whom each lets in today, and who comes in by no other.
import type { Judged } from '@/lib/findings/rule';
import type { Role } from '@/lib/model/resource';
import { letInByStatement } from '@/lib/reach/trust-statement';
import type { State } from '@/lib/verdict/judgement';
import { trustPolicy } from '@/lib/verdict/resource-policies';
import { stateOf } from '@/lib/verdict/state';
import type { ReachEnd } from './reach-ends';
import { beingName, counted, openWords } from './reach-words';
import { roleId } from './role-page-id';

export interface Door {
  /** As people count: the first is 1. */
  readonly number: number;
  readonly sid: string | null;
  /** `lets in 4 principals, 2 of them by nothing else`. */
  readonly says: string;
  readonly letsIn: readonly {
    readonly id: string;
    readonly name: string;
    readonly roleId: string | null;
    readonly state: State;
    readonly open: string | null;
    readonly isAlone: boolean;
  }[];
}

/** One for each statement that allows; none where the policy was not read. Never throws. */
export function trustDoors(judged: Judged, role: Role): readonly Door[] {
  const policy = trustPolicy(judged.inventory, judged.shelf, role.arn)?.policy;
  if (policy?.kind !== 'policy') return [];
  return policy.statements
    .filter(({ effect }) => effect === 'Allow')
    .map(({ index, sid }) => {
      const letIn = letInByStatement(judged, role, index);
      const alone = letIn.filter(({ isAlone }) => isAlone).length;
      return {
        number: index + 1,
        sid,
        says:
          letIn.length === 0
            ? 'lets nobody in who was read'
            : `lets in ${counted(letIn.length, 'principal')}${aloneWords(alone, letIn.length)}`,
        letsIn: letIn.map(({ step, isAlone }) => ({
          id: step.from.id,
          name: beingName(judged.inventory, step.from),
          roleId: step.from.kind === 'role' ? roleId(step.from.id) : null,
          state: stateOf(step.verdict),
          open: openWords(step),
          isAlone,
        })),
      };
    });
}

/** Of an end that is one hat; none of anything else. Never throws. */
export function doorsOf(judged: Judged, { kind, id }: ReachEnd): readonly Door[] {
  const role = kind === 'role' ? judged.inventory.roles.get(id) : undefined;
  return role === undefined ? [] : trustDoors(judged, role);
}

function aloneWords(alone: number, all: number): string {
  if (alone === all) return ', by nothing else';
  return alone === 0
    ? ', all of whom come in by another statement too'
    : `, ${alone} of them by nothing else`;
}
