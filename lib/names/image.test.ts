import { expect, test } from 'vitest';
import { imageRepository } from './image';

test.each([
  ['111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1', 'shop/web'],
  ['111111111111.dkr.ecr-fips.eu-west-1.amazonaws.com/shop@sha256:0', 'shop'],
])('%s lies in ECR', (image, name) => {
  expect(imageRepository(image)).toEqual({ account: '111111111111', region: 'eu-west-1', name });
});

test.each(['nginx:latest', 'public.ecr.aws/nginx/nginx', 'aws/codebuild/standard:7.0', ''])(
  '%s lies in no private registry of ECR',
  (image) => {
    expect(imageRepository(image)).toBeNull();
  },
);
