import { expect, test } from 'vitest';
import { globalRegion, partitionOf } from './partition';

const CASES = [
  ['eu-west-1', 'aws', 'us-east-1'],
  ['us-gov-east-1', 'aws-us-gov', 'us-gov-west-1'],
  ['cn-northwest-1', 'aws-cn', 'cn-north-1'],
] as const;

for (const [region, partition, home] of CASES) {
  test(`${region} is of ${partition}, whose global services answer in ${home}`, () => {
    expect(partitionOf(region)).toBe(partition);
    expect(globalRegion(partition)).toBe(home);
  });
}
