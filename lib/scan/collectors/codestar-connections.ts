// Reads connections made before July 2024, whose ARNs carry the service's former name.
import { CodeStarConnectionsClient } from '@aws-sdk/client-codestar-connections';
import { connectionCollector } from '../connection-collector';

/** Facts `connection` and `connection-host` of that name. */
export const codestarConnections = connectionCollector(
  'codestar-connections',
  (config) => new CodeStarConnectionsClient(config),
);
