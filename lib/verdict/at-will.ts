// What a caller may do as it likes: it decides itself what it leaves out of its request.
import type { Decision, VerdictKind } from '@/lib/iam/decision';

/** What callers of sts:AssumeRole may send, and need not.
 *  @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html (read 2026-11-27) */
const OPTIONAL = /^(sts:(externalid|sourceidentity|transitivetagkeys)|aws:(requesttag\/.+|tagkeys))$/;

/** The verdict for a caller that knows what it wants: where it only depends on something that the caller may leave out, and leaving it
 *  out is enough, the request is allowed. A secret that must be sent stays open. Never throws. */
export function verdictAtWill({ verdict, undetermined, witness }: Decision): VerdictKind {
  if (verdict !== 'depends' || witness === undefined) return verdict;
  const leavesOut = (key: string) =>
    OPTIONAL.test(key.toLowerCase()) &&
    Object.entries(witness.allowed.context).every(
      ([name, state]) => name.toLowerCase() !== key.toLowerCase() || state.kind === 'absent',
    );
  return undetermined.every((one) => one.kind === 'key' && leavesOut(one.key)) ? 'allowed' : verdict;
}
