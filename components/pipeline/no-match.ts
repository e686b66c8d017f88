// What is said when nothing is in the state that the filter asks for.
import type { State } from '@/lib/verdict/judgement';

/** `No hop is broken`; `noun` is `hop` or `action`. Never throws. */
export function noMatch(noun: 'hop' | 'action', state: State): string {
  switch (state) {
    case 'broken':
      return `No ${noun} is broken`;
    case 'unknown':
      return `Every ${noun} can be told`;
    case 'depends':
      return `No ${noun} depends on the request`;
    case 'works':
      return `No ${noun} works`;
  }
}
