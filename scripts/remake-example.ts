// Remakes the bundled example: emulates AWS, fills it with the example company, scans it, writes the snapshot.
import { runScan } from '../lib/scan/run-scan';
import { writeSnapshotFile } from '../lib/store/snapshot-file';
import { EXTERNAL_ID, REGIONS, ROLE_OF_HATSTACK } from './example/company';
import { seedExample } from './example/seed';
import { startMoto } from './moto.mjs';

const FILE = 'public/samples/acme-retail.json';

const { endpoint, stop } = await startMoto();
try {
  process.env.AWS_ENDPOINT_URL = endpoint;
  const { accounts, scanner } = await seedExample(endpoint);
  process.env.AWS_ACCESS_KEY_ID = scanner.accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = scanner.secretAccessKey;
  const snapshot = await runScan(
    {
      accounts: Object.values(accounts),
      regions: REGIONS,
      roleName: ROLE_OF_HATSTACK,
      externalId: EXTERNAL_ID,
      sessionName: 'hatstack',
      concurrency: 4,
    },
    { env: process.env, now: () => new Date() },
  );
  await writeSnapshotFile(FILE, { ...snapshot, id: 'acme-retail' });
  process.stdout.write(`${FILE}: ${snapshot.facts.length} facts, ${snapshot.gaps.length} gaps\n`);
} finally {
  await stop();
}
