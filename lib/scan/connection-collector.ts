// Reads connections to repositories elsewhere: whether they are usable, and who provides them. Two services have them, under two
// names of one API.
import {
  type CodeStarConnectionsClient,
  GetConnectionCommand,
  type GetConnectionCommandInput,
  GetHostCommand,
  type GetHostCommandInput,
} from '@aws-sdk/client-codestar-connections';
import type { ClientConfig } from '@/lib/aws/client-pool';
import { actionReferences, isName } from './action-references';
import { type Collector, call, collector } from './collector';

type Service = 'codeconnections' | 'codestar-connections';

/** The collector of one of the two services: a connection is asked for by the API that its ARN names, since the permission goes by
 *  that name too. Facts `connection` and `connection-host`; one of null is a connection that a pipeline names and that does not exist.
 *  @see https://docs.aws.amazon.com/dtconsole/latest/userguide/rename.html (read 2026-11-27) */
export function connectionCollector(
  service: Service,
  client: (config: ClientConfig) => CodeStarConnectionsClient,
): Collector {
  const getConnection = call(
    `${service}:GetConnection`,
    (api: CodeStarConnectionsClient, input: GetConnectionCommandInput) =>
      api.send(new GetConnectionCommand(input)),
  );
  const getHost = call(`${service}:GetHost`, (api: CodeStarConnectionsClient, input: GetHostCommandInput) =>
    api.send(new GetHostCommand(input)),
  );
  return collector({
    service,
    scope: 'region',
    phase: 2,
    client,
    calls: [getConnection, getHost],
    async collect({ ask, note, account, region, partition, known }) {
      const here = `arn:${partition}:${service}:${region}:${account}:`;
      const arns = actionReferences(known, ['CodeStarSourceConnection'])
        .map(({ configuration }) => configuration.ConnectionArn)
        .filter(isName)
        .filter((arn) => arn.startsWith(here));
      const hosts = new Set<string>();
      for (const arn of [...new Set(arns)].sort()) {
        const answer = await ask(getConnection, { ConnectionArn: arn }, { scope: arn });
        if (answer === 'gap') continue;
        const data = answer === 'absent' ? null : answer;
        note({ kind: 'connection', source: getConnection, arn, data });
        if (data?.Connection?.HostArn !== undefined) hosts.add(data.Connection.HostArn);
      }
      for (const arn of [...hosts].sort()) {
        const answer = await ask(getHost, { HostArn: arn }, { scope: arn });
        if (answer !== 'gap')
          note({
            kind: 'connection-host',
            source: getHost,
            arn,
            data: answer === 'absent' ? null : answer,
          });
      }
    },
  });
}
