// Fills a running emulator with the example company and says how to scan it: `npm run example:seed`.
import { EXTERNAL_ID, REGIONS, ROLE_OF_HATSTACK } from './example/company';
import { seedExample } from './example/seed';

const endpoint = process.env.AWS_ENDPOINT_URL ?? 'http://127.0.0.1:5000';

const isThere = await fetch(`${endpoint}/moto-api/data.json`).then(
  (response) => response.ok,
  () => false,
);
if (!isThere) {
  process.stderr.write(
    `no emulated AWS on ${endpoint}: start it with \`npm run example:serve\`, or name another one in AWS_ENDPOINT_URL\n`,
  );
  process.exit(2);
}
// The emulator is emptied first, so that the same ids come out every time.
await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
const { accounts, scanner } = await seedExample(endpoint);

process.stdout.write(`Acme Retail is in ${endpoint}: ${Object.entries(accounts)
  .map(([name, id]) => `${name} ${id}`)
  .join(', ')}

Scan it:

  export AWS_ENDPOINT_URL=${endpoint}
  export AWS_ACCESS_KEY_ID=${scanner.accessKeyId} AWS_SECRET_ACCESS_KEY=${scanner.secretAccessKey}
  node bin/hatstack.js scan --role-name ${ROLE_OF_HATSTACK} --external-id ${EXTERNAL_ID} \\
    --account ${Object.values(accounts).join(',')} --region ${REGIONS.join(',')}
`);
