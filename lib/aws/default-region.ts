// The region that the environment or the profile names.
import { STSClient } from '@aws-sdk/client-sts';
import type { Region } from '@/lib/names/arn';
import { quietSdk } from './quiet-sdk';

type Environment = { readonly [name: string]: string | undefined };

/** As the SDK finds it, and AWS_DEFAULT_REGION as the AWS command line does; null where nothing names one. */
export async function defaultRegion(env: Environment, profile?: string): Promise<Region | null> {
  const named = env.AWS_REGION ?? env.AWS_DEFAULT_REGION;
  if (named) return named;
  quietSdk();
  const sts = new STSClient(profile === undefined ? {} : { profile });
  return sts.config.region().catch(() => null);
}
