import Link from 'next/link';
import { DrawingLegend } from '@/components/drawing/DrawingLegend';
import { PanZoom } from '@/components/drawing/PanZoom';
import { SceneSvg } from '@/components/drawing/SceneSvg';
import { overviewLinks } from '@/components/overview/view-state';
import { pipelineHref } from '@/components/pipeline/view-state';
import { roleHref } from '@/components/role/view-state';
import { Sheet } from '@/components/ui/Sheet';
import type { MapOfAccounts } from '@/lib/scene/map-of-accounts';
import type { MapGoal } from '@/lib/scene/map-of-accounts-model';
import type { ReachView as View } from '@/lib/scene/reach-view';
import { reachTitle } from '@/lib/scene/reach-words';
import { roleId } from '@/lib/scene/role-page-id';
import { plain } from '@/lib/scene/words';
import { FromHere } from './FromHere';
import { ReachForm } from './ReachForm';
import styles from './ReachView.module.css';
import { reachHref } from './view-state';
import { WhoGetsHere } from './WhoGetsHere';

/** The blast radius: on the map of accounts what is reached is brought out, and below it stands every chain. */
export function ReachView(props: {
  map: MapOfAccounts;
  end: { readonly kind: string; readonly id: string; readonly name: string } | null;
  way: 'from' | 'to';
  view: View | null;
  problem: string | null;
  /** As it was typed, or stands in the address. */
  asked: string;
  snapshot: string | null;
}) {
  const { map, end, way, view, snapshot } = props;
  const here = (id: string | null, group: string | null = null) =>
    reachHref({ ...(way === 'from' ? { from: id } : { to: id }), group, snapshot });
  const goalHref = (goal: MapGoal): string => {
    switch (goal.kind) {
      case 'account':
        return here(goal.id);
      case 'role':
        return here(roleId(goal.arn));
      case 'open':
        return here(end?.id ?? null, goal.group);
      default:
        return overviewLinks(snapshot).goal(goal);
    }
  };
  const hrefOf = (box: string) => {
    const goal = map.goals[box];
    return goal === undefined ? null : goalHref(goal);
  };
  const hatHref = (id: string) => roleHref(id, snapshot);
  return (
    <Sheet
      title={reachTitle(way, end?.name ?? null)}
      lead={
        view === null
          ? 'Click an account on the map, or name somebody: what they really reach today is brought out, both halves of every step asked.'
          : plain(way === 'from' ? view.fromHere : view.whoGetsHere)
      }
      more={
        <>
          {props.problem === null ? null : (
            <p role="alert" className={styles.problem}>
              {props.problem}
            </p>
          )}
          <nav className={styles.ways} aria-label="Direction">
            <Link
              href={reachHref({ from: end?.id ?? '', snapshot })}
              aria-current={way === 'from' ? 'page' : undefined}
              prefetch={false}
            >
              What is reached from here
            </Link>
            <Link
              href={reachHref({ to: end?.id ?? '', snapshot })}
              aria-current={way === 'to' ? 'page' : undefined}
              prefetch={false}
            >
              Who gets here
            </Link>
            {end === null ? null : (
              <Link href={reachHref({ snapshot })} prefetch={false}>
                Show all again
              </Link>
            )}
          </nav>
        </>
      }
    >
      <ReachForm key={`${way} ${props.asked}`} way={way} value={props.asked} snapshot={snapshot} />
      <section className={styles.map} aria-label="Map of accounts">
        <PanZoom label="Map of accounts" fit="width" size={map.scene}>
          <SceneSvg scene={map.scene} id="reach" label={map.scene.title} hrefOf={hrefOf} />
        </PanZoom>
        <DrawingLegend legend={map.scene.legend} id="reach" />
      </section>
      {view === null ? null : way === 'from' ? (
        <FromHere
          reach={view}
          hatHref={hatHref}
          pathHref={(pipeline) => pipelineHref(`/pipelines/${pipeline}`, { snapshot })}
        />
      ) : (
        <WhoGetsHere reach={view} hatHref={hatHref} />
      )}
    </Sheet>
  );
}
