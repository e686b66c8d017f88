// Faults of a pipeline's shape, which no policy can cure.
import type { AccountId } from '@/lib/names/arn';
import type { Unread } from './unread';

/** What is wrong with the shape itself (no store in the action's region, a project that does not exist). */
export interface StructureFault {
  readonly rule: string;
  readonly sentence: string;
  readonly source: string;
  /** False: worth saying, but it does not break the action for certain. */
  readonly certain: boolean;
  /** The account in which it is cured; where it is not said, that of the pipeline, whose definition must change. */
  readonly curedIn?: AccountId | null;
  /** True: something that no policy says and nobody read decides, so the action cannot be told. */
  readonly leavesOpen?: boolean;
  /** What was not read, where that is why nobody can tell (true: no single call would tell); without `leavesOpen` it is a warning
   *  that may be due, and leaves the action's state alone. */
  readonly unread?: Unread | true;
}
