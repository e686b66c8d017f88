// Reads connections under the service's present name, CodeConnections.
import { CodeStarConnectionsClient } from '@aws-sdk/client-codestar-connections';
import type { ClientConfig } from '@/lib/aws/client-pool';
import { dnsSuffix } from '@/lib/names/partition';
import { connectionCollector } from '../connection-collector';

const SERVICE = 'codeconnections';

/** Facts `connection` and `connection-host` of that name. */
export const codeconnections = connectionCollector(SERVICE, codeConnectionsClient);

/** The SDK has a client of the former name only. The operations are the same: the name of the API, the host and the name under which
 *  requests are signed differ. Exported for its test.
 *  @see https://docs.aws.amazon.com/codeconnections/latest/APIReference/Welcome.html (read 2026-11-27) */
export function codeConnectionsClient(config: ClientConfig): CodeStarConnectionsClient {
  return new CodeStarConnectionsClient({
    ...config,
    protocolSettings: {
      defaultNamespace: 'com.amazonaws.codestarconnections',
      version: '2023-12-01',
      serviceTarget: 'CodeConnections_20231201',
    },
    endpointProvider: ({ Region = config.region, Endpoint }) => ({
      url: new URL(Endpoint ?? `https://${SERVICE}.${Region}.${dnsSuffix(partitionOf(Region))}`),
      properties: {
        authSchemes: [{ name: 'sigv4', signingName: SERVICE, signingRegion: Region, properties: {} }],
      },
    }),
  });
}

function partitionOf(region: string): string {
  return region.startsWith('cn-') ? 'aws-cn' : 'aws';
}
