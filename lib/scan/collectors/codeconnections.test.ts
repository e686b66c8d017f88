// That the client speaks the API under its present name: the SDK knows the former one only.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetConnectionCommand } from '@aws-sdk/client-codestar-connections';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ClientPool } from '@/lib/aws/client-pool';
import { codeConnectionsClient } from './codeconnections';

const heard: IncomingMessage[] = [];
const server = createServer((request, response) => {
  heard.push(request);
  response.setHeader('content-type', 'application/x-amz-json-1.0');
  response.end(JSON.stringify({ Connection: { ConnectionStatus: 'AVAILABLE' } }));
});

beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

afterEach(() => {
  vi.unstubAllEnvs();
  server.close();
});

test('a connection is asked for by that name, of an endpoint of one’s own too', async () => {
  const pool = new ClientPool({});
  const place = { account: '111111111111', region: 'eu-west-1', service: 'codeconnections' };
  const credentials = async () => ({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' });
  const client = pool.client(place, credentials, codeConnectionsClient);
  const ConnectionArn = 'arn:aws:codeconnections:eu-west-1:111111111111:connection/c1';
  const answer = await client.send(new GetConnectionCommand({ ConnectionArn }));
  pool.close();
  expect(answer.Connection?.ConnectionStatus).toBe('AVAILABLE');
  expect(heard[0]?.headers['x-amz-target']).toBe('CodeConnections_20231201.GetConnection');
  expect(heard[0]?.headers.authorization).toContain('/eu-west-1/codeconnections/aws4_request');
});
