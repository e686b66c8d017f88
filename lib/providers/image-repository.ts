// Pulling an image from a private registry of ECR.
import { imageRepository } from '@/lib/names/image';
import type { ActionSetting, Call } from './action-provider';
import { missingFault } from './call-on';
import { needsFor } from './need';
import type { StructureFault } from './structure-fault';

const DOCS = 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html';

/** The call that pulls the image, or null for an image that is in no private registry of ECR. Never throws.
 *  @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html (read 2026-11-24) */
export function pullImage(partition: string, image: string, source = DOCS): Call | null {
  const found = imageRepository(image);
  if (found === null) return null;
  const { account, region, name } = found;
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

/** That there is no such repository, where AWS said so. A configuration names no registry: it is that of the running role's account.
 *  Never throws.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECR.html (read 2026-11-27) */
export function missingRepository(
  setting: ActionSetting,
  arn: string,
  name: string,
): readonly StructureFault[] {
  if (!setting.inventory.absent.has(arn)) return [];
  return [missingFault(setting, 'image-repository-missing', `image repository ${name}`, DOCS)];
}
