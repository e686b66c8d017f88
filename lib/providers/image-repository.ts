// Pulling an image from a private registry of ECR.
import type { Call } from './action-provider';
import { needsFor } from './need';

const DOCS = 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html';
const IMAGE = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)/;

/** The call that pulls the image, or null for an image that is in no private registry of ECR. Never throws.
 *  @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html (read 2026-11-24) */
export function pullImage(partition: string, image: string, source = DOCS): Call | null {
  const [, account, region, name] = IMAGE.exec(image) ?? [];
  if (account === undefined || region === undefined || name === undefined) return null;
  const arn = `arn:${partition}:ecr:${region}:${account}:repository/${name}`;
  const because = `The image ${name} is pulled from ECR.`;
  return {
    kind: 'calls',
    target: { kind: 'image-repository', name, arn, account, region, job: 'image repository' },
    needs: [
      ...needsFor(
        ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'],
        arn,
        { because, source },
      ),
      ...needsFor(['ecr:GetAuthorizationToken'], '*', { because: 'Logs in to the registry.', source }),
    ],
  };
}
