// Names of container images: which of them lie in a private registry of ECR, and in which repository.
import type { AccountId, Region } from './arn';

export interface ImageRepository {
  readonly account: AccountId;
  readonly region: Region;
  readonly name: string;
}

const IMAGE = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)/;

/** The repository of an image, or null for an image that is in no private registry of ECR. Never throws.
 *  @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html (read 2026-11-24) */
export function imageRepository(image: string): ImageRepository | null {
  const [, account, region, name] = IMAGE.exec(image) ?? [];
  return account === undefined || region === undefined || name === undefined
    ? null
    : { account, region, name };
}
