// A source action that may not use its connection.
import type { Wording } from '../message';

/** The action has two prefixes: connections made before March 2024 answer to `codestar-connections`, newer ones to `codeconnections`.
 *  @see https://docs.aws.amazon.com/dtconsole/latest/userguide/rename.html (read 2026-11-24) */
export const connection: Wording = {
  id: 'connection',
  source: 'https://github.com/awslabs/landing-zone-accelerator-on-aws/issues/828',
  examples: [
    'Unable to use Connection: arn:aws:codeconnections:us-east-1:111111111111:connection/1234abcd. The provided role does not have sufficient permissions.',
  ],
  read(text) {
    const match =
      /Unable to use Connection: (arn:[^\s]+?)\.? The provided role does not have sufficient permissions/.exec(
        text,
      );
    const service = match?.[1]?.split(':')[2];
    if (match?.[1] === undefined || service === undefined) return null;
    return { action: `${service}:UseConnection`, resource: match[1] };
  },
};
