import type { Metadata } from 'next';
import { SnapshotInView } from '@/app/_parts/SnapshotInView';
import { TroublePage } from '@/app/_parts/TroublePage';
import { AskForm } from '@/components/ask/AskForm';
import { AskView } from '@/components/ask/AskView';
import { Examples } from '@/components/ask/Examples';
import { fieldsOf, isAsked } from '@/components/ask/view-state';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { Sheet } from '@/components/ui/Sheet';
import { askView, examplesOf, suggestionsOf } from '@/lib/server/ask-view';
import { openSnapshot } from '@/lib/server/open-snapshot';

const PATH = '/ask';
const TITLE = 'Can X do Y?';

export const metadata: Metadata = { title: TITLE };

export default async function AskPage({ searchParams }: PageProps<'/ask'>) {
  const params = await searchParams;
  const snapshot = typeof params.snapshot === 'string' ? params.snapshot : null;
  const opened = await openSnapshot(snapshot);
  if (opened.kind === 'unreadable') return <TroublePage trouble={opened} path={PATH} here={TITLE} />;
  const fields = fieldsOf(params);
  const result = isAsked(fields) ? askView(opened.analysis, fields) : null;
  const bar = (
    <TopBar right={<SnapshotInView opened={opened} path={PATH} />}>
      <Crumbs here={TITLE} />
    </TopBar>
  );
  return (
    <Page bar={bar}>
      <Sheet
        width="text"
        title={TITLE}
        lead="Asks the snapshot about any principal, action and resource, with the proof: every policy that has a say, in the order in which AWS weighs them."
      >
        {opened.analysis.inventory.iamReadIn.size === 0 ? (
          <p>The IAM of no account was read: most answers will be that nobody can tell.</p>
        ) : null}
        <AskForm
          key={JSON.stringify(fields)}
          fields={fields}
          problems={result?.kind === 'problems' ? result.problems : null}
          suggestions={suggestionsOf(opened.analysis)}
          snapshot={snapshot}
        />
        {result?.kind === 'answer' ? <AskView result={result} fields={fields} snapshot={snapshot} /> : null}
        {result === null ? <Examples examples={examplesOf(opened.analysis)} snapshot={snapshot} /> : null}
      </Sheet>
    </Page>
  );
}
