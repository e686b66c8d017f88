// S3, where an action sets an ACL on an object of a bucket that takes none.
import type { Wording } from '../message';

export const aclNotSupported: Wording = {
  id: 'acl-not-supported',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  examples: ['AccessControlListNotSupported: The bucket does not allow ACLs'],
  read: (text) => (/bucket does not allow ACLs/.test(text) ? { about: 'other', services: ['s3'] } : null),
};
