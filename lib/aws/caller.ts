// Who we are: the credentials that the scan starts with, found by the SDK's own chain.
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import type { AccountId, Arn, Region } from '@/lib/names/arn';
import { parseArn } from '@/lib/names/arn';
import { AwsProblem } from './aws-problem';
import { classifyError } from './classify-error';
import { ClientPool } from './client-pool';
import { type CredentialSource, remembered } from './credential-source';
import { clockLine } from './fresh-credentials';
import { globalRegion, partitionOf } from './partition';

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
  // A region that the account has not opted into knows no credentials; that is no reason to refuse the others.
  const home = globalRegion(partitionOf(region));
  // A chain of its own each time: one that was asked before would give the same again. Roles and web identities are exchanged
  // where the partition always answers.
  const chain = () =>
    fromNodeProviderChain({
      logger: SILENT,
      clientConfig: { region: home },
      ...(profile === undefined ? {} : { profile }),
    })();
  const credentials = remembered(chain, true);
  const pool = new ClientPool(env, {}, ATTEMPTS);
  try {
    await credentials().catch((error: unknown) => {
      throw new AwsProblem(explainSource(error, env, profile));
    });
    return await identify(pool, region, credentials).catch((error: unknown) => {
      if (region === home || classifyError(error).kind !== 'identity') throw error;
      return identify(pool, home, credentials);
    });
  } catch (error) {
    throw error instanceof AwsProblem ? error : new AwsProblem(explain(error, env));
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

/** Why the chain gave no credentials: there are none, or where they come from refuses them. */
function explainSource(error: unknown, env: Environment, named: string | undefined): string {
  const { kind, code, message } = classifyError(error);
  if (kind === 'clock' || kind === 'unreachable' || kind === 'no-endpoint') return explain(error, env);
  const profile = named ?? (env.AWS_PROFILE || undefined);
  if (profile !== undefined)
    return `no AWS credentials found in profile \`${profile}\` (${message}): check its name and its entries in ~/.aws/config; if it is of single sign-on, \`aws sso login --profile ${profile}\` logs in`;
  if (env.AWS_WEB_IDENTITY_TOKEN_FILE && !env.AWS_ACCESS_KEY_ID)
    return `the web identity was not exchanged for AWS credentials (${code}: ${message}): check the file that AWS_WEB_IDENTITY_TOKEN_FILE names, and that \`${env.AWS_ROLE_ARN ?? 'AWS_ROLE_ARN'}\` trusts its issuer, audience and subject`;
  const why = code === 'CredentialsProviderError' ? message : `${code}: ${message}`;
  return `no AWS credentials found (${why}): log in with \`aws sso login\`, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile with --profile`;
}

function explain(error: unknown, env: Environment): string {
  const { kind, code, message } = classifyError(error);
  if (kind === 'clock') return clockLine(code);
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
