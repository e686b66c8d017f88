// One request to AWS: who, does what, on what, with which context.
import type { AccountId, Arn } from '@/lib/names/arn';

export type Principal =
  /** A session of a role. `arn` is the role's own ARN with its path; the session name is known only sometimes. `isPathOpen`: the
   *  role is known by its session's ARN alone, which carries no path, and `arn` is as if it had none. */
  | {
      readonly kind: 'role';
      readonly arn: Arn;
      readonly account: AccountId;
      readonly sessionName?: string;
      readonly isPathOpen?: true;
    }
  | { readonly kind: 'user'; readonly arn: Arn; readonly account: AccountId }
  | { readonly kind: 'root'; readonly account: AccountId; readonly partition?: string }
  /** A session of GetFederationToken; `parent` is the user whose credentials asked for it, where known. */
  | {
      readonly kind: 'federated-user';
      readonly arn: Arn;
      readonly account: AccountId;
      readonly parent?: Arn;
    }
  /** A service principal such as `codepipeline.amazonaws.com`. */
  | { readonly kind: 'service'; readonly service: string }
  /** A caller of AssumeRoleWithWebIdentity: `provider` is the provider's ARN or URL. */
  | { readonly kind: 'web-identity'; readonly provider: string }
  | { readonly kind: 'saml'; readonly provider: string }
  | { readonly kind: 'anonymous' };

/** What is known of one context key: its values; that the request does not carry it; that it carries it with a value not
 *  known (`prefix`: how the value begins); or nothing at all. */
export type KeyState =
  | { readonly kind: 'known'; readonly values: readonly string[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'present'; readonly prefix?: string }
  | { readonly kind: 'unknown' };

/** Context keys by name; names are compared without regard to case. */
export type Context = { readonly [key: string]: KeyState };

export interface Request {
  readonly principal: Principal;
  readonly action: string;
  /** A concrete ARN, or `*` for an action without a resource type. A `*` inside an ARN stands for text not known before the
   *  run (an object key, a stack id), a `?` for one such character (the end of a secret's ARN), not for a pattern: allowed when
   *  every value is, denied when none is, depends otherwise. */
  readonly resource: Arn | '*';
  /** The account that owns the resource. Derived from the ARN where it names one; S3 ARNs do not. */
  readonly resourceAccount?: AccountId;
  readonly context: Context;
  /** True: every key neither named nor derivable is absent. False: it is undetermined. */
  readonly closed: boolean;
}
