// Which of a gap's few causes an error comes to.
import type { ErrorKind } from '@/lib/aws/classify-error';
import { assertNever } from '@/lib/base/assert-never';
import type { GapCause } from '@/lib/snapshot/gap';

/** Credentials that ran out in the middle are a refusal; a service without an endpoint in a region is not offered there. Never throws. */
export function gapCause(kind: ErrorKind): GapCause {
  switch (kind) {
    case 'denied':
    case 'identity':
      return 'denied';
    case 'throttled':
      return 'throttled';
    case 'unsupported':
    case 'no-endpoint':
      return 'unsupported';
    case 'absent':
    case 'unreachable':
    case 'clock':
    case 'failed':
      return 'failed';
    default:
      return assertNever(kind);
  }
}
