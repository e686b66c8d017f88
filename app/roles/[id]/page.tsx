import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createLoader } from 'nuqs/server';
import { JUDGING, LoadingPage } from '@/app/_parts/LoadingPage';
import { SnapshotInView } from '@/app/_parts/SnapshotInView';
import { TroublePage } from '@/app/_parts/TroublePage';
import { RoleView } from '@/components/role/RoleView';
import { roleState, rolesHref } from '@/components/role/view-state';
import { Crumbs } from '@/components/shell/Crumbs';
import { Late } from '@/components/shell/Late';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { CopyButton } from '@/components/ui/CopyButton';
import { SheetSkeleton } from '@/components/ui/SheetSkeleton';
import { acceptedScene, acceptedUntil } from '@/lib/scene/accepted-look';
import { arnsOfRoleId } from '@/lib/scene/role-page-id';
import { weighedNow } from '@/lib/server/accepted';
import { afterFrame, isLate } from '@/lib/server/late';
import { openSnapshot } from '@/lib/server/open-snapshot';
import { roleView } from '@/lib/server/role-view';

type Props = PageProps<'/roles/[id]'>;

const stateOf = createLoader(roleState);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = decodeURIComponent((await params).id);
  return { title: `${nameIn(id)}, hat` };
}

function nameIn(id: string): string {
  return id.slice(Math.max(id.indexOf('.'), id.lastIndexOf('/')) + 1);
}

export default async function RolePage({ params, searchParams }: Props) {
  const id = decodeURIComponent((await params).id);
  const { snapshot } = await stateOf(searchParams);
  const late = await isLate(snapshot, 'iam-role', arnsOfRoleId(id));
  return (
    <Late
      isLate={late}
      frame={
        late ? (
          <LoadingPage here={nameIn(id)}>
            <SheetSkeleton waitsFor={JUDGING} />
          </LoadingPage>
        ) : null
      }
    >
      <Opened id={id} snapshot={snapshot} late={late} />
    </Late>
  );
}

async function Opened(props: { id: string; snapshot: string | null; late: boolean }) {
  const { id, snapshot } = props;
  const path = `/roles/${encodeURIComponent(id)}`;
  await afterFrame(props.late);
  const opened = await openSnapshot(snapshot);
  if (opened.kind === 'unreadable') return <TroublePage trouble={opened} path={path} here="Hat" />;
  const view = roleView(opened.analysis, id) ?? notFound();
  const weighed = weighedNow(opened.analysis);
  const bar = (
    <TopBar
      right={
        <>
          <SnapshotInView opened={opened} path={path} />
          <CopyButton text={view.page.arn} label="Copy ARN" what={view.page.name} />
        </>
      }
    >
      <Crumbs
        back={{ href: rolesHref(snapshot), name: 'Hats' }}
        here={`${view.page.account}/${view.page.name}`}
      />
    </TopBar>
  );
  return (
    <Page bar={bar}>
      <RoleView
        view={{ ...view, drawing: { ...view.drawing, scene: acceptedScene(view.drawing.scene, weighed) } }}
        acceptedUntil={acceptedUntil(view.page, weighed)}
        snapshot={snapshot}
      />
    </Page>
  );
}
