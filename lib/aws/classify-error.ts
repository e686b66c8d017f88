// The one place that reads the SDK's errors: what kind of "no" was it, and under which code.
import type { DenialLayer } from '@/lib/names/denial-layer';
import { denialLayer } from './denial-layer';

/** `absent`: AWS answered that there is none. `identity`: the credentials themselves are missing, expired or unknown.
 *  `clock`: this machine's time is not AWS's. `no-endpoint`: nobody has that host name. `unreachable`: no answer. The others are answers that say no. */
export type ErrorKind =
  | 'denied'
  | 'throttled'
  | 'absent'
  | 'unsupported'
  | 'no-endpoint'
  | 'identity'
  | 'clock'
  | 'unreachable'
  | 'failed';

export interface ClassifiedError {
  readonly kind: ErrorKind;
  /** AWS's own code, or that of the network. */
  readonly code: string;
  readonly message: string;
  /** Which kind of policy refused, where AWS says so. */
  readonly layer?: DenialLayer;
}

const DENIED =
  /^(AccessDenied(Exception)?|Unauthorized(Operation|Exception)?|NotAuthorized|AuthorizationError(Exception)?|Forbidden|AllAccessDisabled|403)$/;
const THROTTLED =
  /^(Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|RequestThrottled|ProvisionedThroughputExceeded|LimitExceededException|PriorRequestNotComplete|BandwidthLimitExceeded)/;
/** A bare `NotFound` is left out: it is what any endpoint says that has no answer, and would pass for "there is none". */
const ABSENT =
  /^(NoSuch|AWSOrganizationsNotInUse|ResourceNotFound|.*NotFound(Exception|Error|Fault)$|.*DoesNotExist)/;
const UNSUPPORTED =
  /^(UnknownOperation|InvalidAction|NotImplemented|UnsupportedOperation|UnsupportedAPIEndpoint|OptInRequired|SubscriptionRequired|MethodNotAllowed|UnknownAction)/;
const IDENTITY =
  /^(CredentialsProviderError|TokenProviderError|InvalidClientTokenId|UnrecognizedClient|ExpiredToken|AuthFailure|InvalidAccessKeyId|SignatureDoesNotMatch|IncompleteSignature|MissingAuthenticationToken|InvalidSignature|RequestExpired)/;
/** Of these, the ones that new credentials may cure; EC2 says RequestExpired. */
const RUN_OUT =
  /^(ExpiredToken|RequestExpired|TokenRefreshRequired|CredentialsProviderError|TokenProviderError)/;
const CLOCK = /^(RequestTimeTooSkewed|RequestInTheFuture)/;
/** In the words of most services, under the code of a wrong signature.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html (read 2026-11-27) */
const CLOCK_MESSAGE = /signature (expired|not yet current)/i;
const UNREACHABLE =
  /^(ECONNREFUSED|ECONNRESET|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|TimeoutError|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

/** Sorts whatever an SDK call threw. Codes decide before the HTTP status, since some services answer a refusal with 400. Never throws. */
export function classifyError(error: unknown): ClassifiedError {
  const code = codeOf(error);
  const message = error instanceof Error ? oneLine(error.message) : oneLine(String(error));
  const kind = isNoStack(code, message) ? 'absent' : kindOf(code, statusOf(error), message);
  const layer = layerOf(kind, message);
  return { kind, code, message, ...(layer === undefined ? {} : { layer }) };
}

function layerOf(kind: ErrorKind, message: string): DenialLayer | undefined {
  if (kind === 'identity') return 'credentials';
  return kind === 'denied' ? denialLayer(message) : undefined;
}

/** CloudFormation answers for a stack that is not there with the code of a malformed request.
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html (read 2026-11-24) */
function isNoStack(code: string, message: string): boolean {
  return code === 'ValidationError' && /does not exist/.test(message);
}

/** Whether the code says that the credentials themselves were not accepted: no permission cures that. Never throws. */
export function isOfCredentials(code: string): boolean {
  return IDENTITY.test(code);
}

/** Whether the code says that credentials were good once and are not any more. Never throws. */
export function hasRunOut(code: string): boolean {
  return RUN_OUT.test(code);
}

function kindOf(code: string, status: number | undefined, message: string): ErrorKind {
  if (CLOCK.test(code) || (IDENTITY.test(code) && CLOCK_MESSAGE.test(message))) return 'clock';
  if (IDENTITY.test(code)) return 'identity';
  if (DENIED.test(code)) return 'denied';
  if (THROTTLED.test(code)) return 'throttled';
  if (UNSUPPORTED.test(code)) return 'unsupported';
  if (ABSENT.test(code)) return 'absent';
  if (code === 'ENOTFOUND') return 'no-endpoint';
  if (UNREACHABLE.test(code)) return 'unreachable';
  if (status === 403) return 'denied';
  if (status === 429) return 'throttled';
  // An endpoint that does not know the operation answers with a page of its own, which the SDK cannot read.
  if (status === 404 || status === 501) return 'unsupported';
  return 'failed';
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown';
  // Several addresses refused at once: the first one tells.
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error.name === 'SyntaxError') return `HTTP ${statusOf(error) ?? 'answer unreadable'}`;
  return error.name;
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('$metadata' in error)) return undefined;
  const metadata = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
