import Link from 'next/link';
import { Prose } from '@/components/verdict/Prose';
import { OverBroadBadge } from '@/components/verdict/StateBadge';
import type { Coverage } from '@/lib/scene/coverage';
import type { MapOfAccounts } from '@/lib/scene/map-of-accounts';
import type { Overview } from '@/lib/scene/overview';
import { causesSummary } from '@/lib/scene/overview-causes';
import { AccountMap } from './AccountMap';
import { Causes } from './Causes';
import { CoverageBox } from './CoverageBox';
import { FailedBox } from './FailedBox';
import { Hats } from './Hats';
import styles from './OverviewView.module.css';
import { StateBar } from './StateBar';
import { overviewLinks } from './view-state';

/** The whole organisation on one page: the answer, how many stand how, who reaches whom, and where to begin. */
export function OverviewView(props: {
  overview: Overview;
  map: MapOfAccounts;
  coverage: Coverage;
  snapshot: string | null;
  now: string;
}) {
  const { overview, map, snapshot } = props;
  const links = overviewLinks(snapshot);
  const hrefOf = (box: string) => {
    const goal = map.goals[box];
    return goal === undefined ? null : links.goal(goal);
  };
  const count = overview.hats.length;
  const accepted = overview.hats.filter((one) => one.accepted === true).length;
  return (
    <div className={styles.body}>
      <div className={styles.left}>
        <div>
          <h1 className={styles.answer}>
            <Prose words={overview.headline} />
          </h1>
          <div className={styles.counts}>
            <StateBar counts={overview.counts} hrefOf={links.pipelines} />
            {count === 0 ? null : (
              <Link className={styles.broad} href={links.overBroad} prefetch={false}>
                <OverBroadBadge
                  accepted={accepted === count}
                >{`${count} over-broad ${count === 1 ? 'hat' : 'hats'}${accepted === 0 ? '' : `, ${accepted === count ? 'all' : accepted} accepted`}`}</OverBroadBadge>
              </Link>
            )}
          </div>
        </div>
        <AccountMap map={map} hrefOf={hrefOf} />
        <div className={styles.two}>
          <CoverageBox coverage={props.coverage} hrefOf={links.account} />
          <FailedBox failed={overview.failed} now={props.now} hrefOf={links.action} />
        </div>
      </div>
      <aside className={styles.right} aria-label="Where to begin">
        <Causes
          causes={overview.causes}
          summary={causesSummary(overview.causes)}
          hrefOf={links.action}
          allHref={links.pipelines(null)}
        />
        <Hats hats={overview.hats} hrefOf={links.role} allHref={links.overBroad} />
      </aside>
    </div>
  );
}
