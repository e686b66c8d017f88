// Connections to repositories elsewhere that pipelines use, with their state.
import { textField } from '../fact-index';
import { placeOf } from '../place-of';
import type { Reader } from '../reader';
import type { Connection } from '../service-resource';

/** Reads connections. @see https://docs.aws.amazon.com/codeconnections/latest/APIReference/API_Connection.html (read 2026-11-27) */
export const connectionReader: Reader<'connection'> = {
  kind: 'connection',
  facts: ['connection', 'connection-host'],
  read: (facts) => ({
    resources: facts.all('connection').flatMap(({ arn, data }): Connection[] => {
      if (arn === null || data === null) return [];
      const host = textField(data, 'Connection', 'HostArn');
      return [
        {
          kind: 'connection',
          arn,
          ...placeOf(arn),
          name: textField(data, 'Connection', 'ConnectionName') ?? '',
          status: textField(data, 'Connection', 'ConnectionStatus'),
          provider: textField(data, 'Connection', 'ProviderType') ?? '',
          hostStatus:
            host === null ? null : textField(facts.about('connection-host', host)?.data ?? null, 'Status'),
        },
      ];
    }),
    problems: [],
  }),
};
