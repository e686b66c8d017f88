// EC2, and CloudFormation on its behalf: what was denied stands in a text that only AWS can decode.
import type { Wording } from '../message';

/** `sts:DecodeAuthorizationMessage` decodes it for whoever may call it in the account that was asked; a snapshot cannot.
 *  @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html (read 2026-11-24) */
export const encodedAuthorization: Wording = {
  id: 'encoded-authorization',
  source: 'https://github.com/aws/aws-parallelcluster/issues/372',
  examples: [
    'API: ec2:RunInstances You are not authorized to perform this operation. Encoded authorization failure message: rHU-pVHMSckD0OAc5l3r9',
    'You are not authorized to perform this operation. Encoded authorization failure message: Sy1n6gbSVkbvEcwrNTEC5pNGysMk2oKlMPyINJd9eW8',
  ],
  read(text) {
    if (!/Encoded authorization failure message/.test(text)) return null;
    return {
      action: /API: ([a-z0-9-]+:\w+)/.exec(text)?.[1] ?? null,
      caveat:
        'who was denied what is encoded in it: aws sts decode-authorization-message decodes it, in the account that was asked',
    };
  },
};
