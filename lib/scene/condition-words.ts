// What becomes of a stage where a rule of its conditions does not pass.
import type { StageCondition } from '@/lib/model/resource';

/** `stage Prod is skipped`; null where the definition names no result, or one that we do not know. A condition fails as soon as one of
 *  its rules does, and only then its result is engaged. Never throws.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/concepts-how-it-works-conditions.html (read 2026-11-27) */
export function resultOfCondition(stage: string, { when, result }: StageCondition): string | null {
  const what = RESULTS[`${when} ${result ?? ''}`];
  return what === undefined ? null : what.replace('#', `stage ${stage}`);
}

const RESULTS: Readonly<Record<string, string>> = {
  'beforeEntry FAIL': '# fails before its actions begin',
  'beforeEntry SKIP': '# is skipped, and the execution goes on after it',
  'onSuccess FAIL': '# fails although its actions succeeded',
  'onSuccess SKIP': '# is skipped, and the execution goes on after it',
  'onSuccess ROLLBACK': '# is rolled back although its actions succeeded',
  'onFailure FAIL': '# stays failed',
  'onFailure SKIP': '# is skipped after a failure, and the execution goes on after it',
  'onFailure ROLLBACK': '# is rolled back after a failure',
  'onFailure RETRY': '# is tried again after a failure',
};
