import type { Metadata } from 'next';
import { createLoader } from 'nuqs/server';
import { snapshotChoices } from '@/app/_parts/SnapshotInView';
import { TroublePage } from '@/app/_parts/TroublePage';
import { ChooseTwo } from '@/components/compare/ChooseTwo';
import { CompareView } from '@/components/compare/CompareView';
import { compareState } from '@/components/compare/view-state';
import { DrawingExport } from '@/components/export/DrawingExport';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { ButtonLink } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { exactTime } from '@/lib/scene/exact-time';
import { chosenPipeline, comparedScene, openComparison } from '@/lib/server/compare-view';

const PATH = '/compare';

const stateOf = createLoader(compareState);

export const metadata: Metadata = { title: 'Compare' };

export default async function ComparePage({ searchParams }: PageProps<'/compare'>) {
  const state = await stateOf(searchParams);
  const opened = await openComparison(state.before, state.after ?? state.snapshot);
  if (opened.kind === 'unreadable') return <TroublePage trouble={opened} path={PATH} here="Compare" />;
  const choices = (await snapshotChoices(PATH)).map(({ id, name, takenAt, isExample }) => ({
    ref: id,
    word: isExample
      ? 'The example'
      : [name, takenAt === null ? id : exactTime(takenAt)].filter(Boolean).join(', '),
  }));
  if (opened.kind === 'too few')
    return (
      <Page bar={<Bar />}>
        <Notice
          title="Comparing takes two snapshots"
          next={
            <>
              <ButtonLink look="primary" href="/scan">
                Scan
              </ButtonLink>
              <ButtonLink href="/snapshots">Upload a snapshot</ButtonLink>
            </>
          }
        >
          <p>
            Scan again after a change, or upload a snapshot from before it. Then this page tells what turned,
            and why.
          </p>
          {choices.length > 1 ? (
            <ChooseTwo choices={choices} before={state.before} after={state.after ?? state.snapshot} />
          ) : null}
        </Notice>
      </Page>
    );
  const { before, after, view } = opened;
  const pipeline = chosenPipeline(view, state.pipeline);
  const scene = pipeline === null ? null : comparedScene(opened, pipeline.arn);
  const chosen = pipeline === null || scene === null ? null : { pipeline, scene };
  return (
    <Page
      bar={
        <Bar
          right={
            chosen === null ? null : (
              <DrawingExport
                snapshot={after.ref}
                title={`${chosen.pipeline.name}, before and after`}
                what={{ before: before.ref, pipeline: chosen.pipeline.id, pen: state.pen }}
              />
            )
          }
        />
      }
    >
      <CompareView
        view={view}
        chosen={chosen}
        choices={choices}
        state={{ ...state, before: before.ref, after: after.ref }}
      />
    </Page>
  );
}

function Bar({ right }: { right?: React.ReactNode }) {
  return (
    <TopBar right={right}>
      <Crumbs back={{ href: '/snapshots', name: 'Snapshots' }} here="Compare" />
    </TopBar>
  );
}
