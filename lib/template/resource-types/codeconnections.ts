// Connections to repositories elsewhere, under their old and their new name.
import { factOf, given } from '../answers';
import { madeUpKeyId } from '../made-up-id';
import type { Resource, ResourceType } from '../resource-type';

/** A template says neither whether somebody has finished the connection in the console, nor what state its server is in: the fact has no
 *  status, and whether it can be used stays open.
 *  @see https://docs.aws.amazon.com/dtconsole/latest/userguide/connections-update.html (read 2026-11-27) */
function connection(type: string, service: 'codeconnections' | 'codestar-connections'): ResourceType {
  const arnOf = (self: Resource) =>
    `arn:${self.partition}:${service}:${self.region}:${self.account}:connection/${madeUpKeyId(`${self.account} ${self.region} ${self.stack.name} ${self.logicalId}`)}`;
  return {
    type,
    id: arnOf,
    attributes: {
      ConnectionArn: arnOf,
      OwnerAccountId: (self) => self.account,
    },
    facts: (self) => [
      factOf(self, 'connection', `${service}:GetConnection`, arnOf(self), {
        Connection: given({
          ConnectionArn: arnOf(self),
          ConnectionName: self.property('ConnectionName'),
          ProviderType: self.property('ProviderType'),
          OwnerAccountId: self.account,
        }),
      }),
    ],
  };
}

export const codeconnections: readonly ResourceType[] = [
  connection('AWS::CodeConnections::Connection', 'codeconnections'),
  connection('AWS::CodeStarConnections::Connection', 'codestar-connections'),
];
