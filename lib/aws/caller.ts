// Who we are: the credentials that the scan starts with, found by the SDK's own chain.
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import type { AccountId, Arn, Region } from '@/lib/names/arn';
import { parseArn } from '@/lib/names/arn';
import { classifyError } from './classify-error';
import type { CredentialSource } from './client-pool';
import { ClientPool } from './client-pool';
import { globalRegion, partitionOf } from './partition';

/** Why nothing can be read at all: one line, with what to do. */
export class AwsProblem extends Error {
  override readonly name = 'AwsProblem';
}

export interface Caller {
  readonly account: AccountId;
  readonly arn: Arn;
  readonly partition: string;
  readonly credentials: CredentialSource;
}

type Environment = { readonly [name: string]: string | undefined };

/** The chain would remark, over several lines, that it found more than one source; the scan says whose credentials it uses. */
const SILENT = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/** A question that decides whether there is a scan at all is not asked for ever. */
const ATTEMPTS = 3;

/** Finds credentials and asks AWS whose they are. @throws AwsProblem when there are none, they are refused, or nobody answers */
export async function findCaller(env: Environment, region: Region, profile?: string): Promise<Caller> {
  const credentials = remembered(
    fromNodeProviderChain({ logger: SILENT, ...(profile === undefined ? {} : { profile }) }),
  );
  const pool = new ClientPool(env, ATTEMPTS);
  try {
    // A region that the account has not opted into knows no credentials; that is no reason to refuse the others.
    const home = globalRegion(partitionOf(region));
    return await identify(pool, region, credentials).catch((error: unknown) => {
      if (region === home || classifyError(error).kind !== 'identity') throw error;
      return identify(pool, home, credentials);
    });
  } catch (error) {
    throw new AwsProblem(explain(error, env, profile));
  } finally {
    pool.close();
  }
}

async function identify(pool: ClientPool, region: Region, credentials: CredentialSource): Promise<Caller> {
  const sts = pool.client(
    { account: 'caller', region, service: 'sts' },
    credentials,
    (c) => new STSClient(c),
  );
  const { Account: account, Arn: arn } = await sts.send(new GetCallerIdentityCommand({}));
  if (account === undefined || arn === undefined) throw new Error('an answer without account');
  return { account, arn, partition: parseArn(arn)?.partition ?? 'aws', credentials };
}

/** Asks a source again only shortly before what it gave expires, however many clients use it. */
export function remembered(source: CredentialSource): CredentialSource {
  const EARLY_MS = 5 * 60_000;
  let current: ReturnType<CredentialSource> | undefined;
  let expiresAt = Number.POSITIVE_INFINITY;
  return () => {
    if (current === undefined || Date.now() > expiresAt - EARLY_MS) {
      expiresAt = Number.POSITIVE_INFINITY;
      current = source().then(
        (credentials) => {
          expiresAt = credentials.expiration?.getTime() ?? Number.POSITIVE_INFINITY;
          return credentials;
        },
        (error: unknown) => {
          current = undefined;
          throw error;
        },
      );
    }
    return current;
  };
}

function explain(error: unknown, env: Environment, profile: string | undefined): string {
  const { kind, code, message } = classifyError(error);
  if (code === 'CredentialsProviderError' || code === 'TokenProviderError') {
    const named = profile === undefined ? '' : ` in profile \`${profile}\``;
    return `no AWS credentials found${named} (${message}): log in with \`aws sso login\`, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile with --profile`;
  }
  if (kind === 'identity') {
    return `AWS does not accept these credentials (${code}): they may be expired or mistyped; log in again or name another profile with --profile; those of GovCloud and China need a region of theirs in --region or AWS_REGION`;
  }
  if (kind === 'unreachable' || kind === 'no-endpoint') {
    const endpoint = env.AWS_ENDPOINT_URL_STS ?? env.AWS_ENDPOINT_URL;
    return endpoint === undefined
      ? `cannot reach AWS (${code}): check the network, the proxy and the region name`
      : `cannot reach \`${endpoint}\` (${code}): start what AWS_ENDPOINT_URL names, or unset it to reach AWS`;
  }
  return `AWS did not tell who is calling (${code}: ${message}): sts:GetCallerIdentity must work before a scan can begin`;
}
