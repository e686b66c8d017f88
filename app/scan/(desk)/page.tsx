import type { Metadata } from 'next';
import { ScanDesk } from '@/components/scan/ScanDesk';
import { ScanScreen } from '@/components/scan/ScanScreen';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { scanPage } from '@/lib/server/scan-page';

export const metadata: Metadata = { title: 'Scan' };

const EMPTY = { reach: 'credentials', accounts: '', roleName: '', externalId: '', regions: '' } as const;

export default async function ScanPage() {
  const { last, unfinished, form, next, storeProblem } = await scanPage();
  const problem = form.kind === 'problem' ? form.problem : storeProblem;
  return (
    <Page
      bar={
        <TopBar>
          <Crumbs here="Scan" />
        </TopBar>
      }
    >
      <ScanScreen next={next}>
        <ScanDesk
          last={last}
          interrupted={unfinished}
          fields={form.kind === 'form' ? form.form : EMPTY}
          settingsProblem={problem}
        />
      </ScanScreen>
    </Page>
  );
}
