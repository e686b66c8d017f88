import { AskLink } from '@/components/ask/AskLink';
import { SceneSvg } from '@/components/drawing/SceneSvg';
import { LeastBox } from '@/components/least/LeastBox';
import { pipelineHref } from '@/components/pipeline/view-state';
import { FromHere } from '@/components/reach/FromHere';
import { ReachLink } from '@/components/reach/ReachLink';
import { WhoGetsHere } from '@/components/reach/WhoGetsHere';
import { Sheet } from '@/components/ui/Sheet';
import { Prose } from '@/components/verdict/Prose';
import { OverBroadBadge } from '@/components/verdict/StateBadge';
import type { LeastView } from '@/lib/scene/least-view';
import type { ReachView } from '@/lib/scene/reach-view';
import type { RolePage } from '@/lib/scene/role-page';
import type { HatDrawing } from '@/lib/scene/role-page-scene';
import type { Door } from '@/lib/scene/trust-doors';
import styles from './RoleView.module.css';
import { Serves } from './Serves';
import { TrustBox } from './TrustBox';
import { roleHref } from './view-state';
import { WearersTable } from './WearersTable';

interface HatView {
  readonly page: RolePage;
  readonly drawing: HatDrawing;
  readonly reach: ReachView;
  readonly doors: readonly Door[];
  readonly least: LeastView | null;
}

/** So few who can put it on leave room below them. */
const FEW = 4;

/** One hat: the answer, the drawing, and the proof of both. */
export function RoleView(props: {
  view: HatView;
  /** The last day on which somebody answers for all that makes it over-broad; null: it is not, or nobody does. */
  acceptedUntil: string | null;
  snapshot: string | null;
}) {
  const { snapshot } = props;
  const { page, drawing, reach, doors, least } = props.view;
  const pathHref = (pipeline: string, action: string | null) =>
    pipelineHref(`/pipelines/${pipeline}`, { snapshot, action });
  const hatHref = (id: string) => roleHref(id, snapshot);
  const hrefOf = (box: string) => {
    const goal = drawing.goals[box];
    if (goal === undefined) return null;
    if (goal.kind === 'role') return hatHref(goal.id);
    return goal.kind === 'pipeline' ? pathHref(goal.pipeline, goal.action) : '#wearers';
  };
  const serves = <Serves page={page} pathHref={pathHref} />;
  const isShort = page.wearers.length <= FEW;
  return (
    <Sheet
      title={
        <>
          <span>
            <Prose words={page.headline} />
          </span>
          {page.overBroad ? <OverBroadBadge acceptedUntil={props.acceptedUntil} /> : null}
        </>
      }
      lead={page.lead}
      more={
        <>
          {page.open === null ? null : <p className={styles.open}>{page.open}</p>}
          <p className={styles.links}>
            <AskLink fields={{ who: page.arn }}>Ask what this hat may do</AskLink>
            <ReachLink from={page.id}>What is reached from here, on the map</ReachLink>
            <ReachLink to={page.id}>Who gets here, on the map</ReachLink>
          </p>
        </>
      }
    >
      <section
        className={styles.drawing}
        aria-label="The hat, who can put it on and what it is for"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a drawing wider than the window must be scrolled without a mouse
        tabIndex={0}
      >
        <SceneSvg scene={drawing.scene} id="hat" label={drawing.scene.title} hrefOf={hrefOf} />
      </section>
      <div className={styles.two}>
        <div className={styles.column}>
          <WearersTable page={page} hrefOf={hatHref} />
          {isShort ? serves : null}
        </div>
        <div className={styles.column}>
          <TrustBox page={page} doors={doors} hatHref={hatHref} />
          {isShort ? null : serves}
        </div>
      </div>
      {least === null ? null : <LeastBox least={least} />}
      <div className={styles.halves}>
        <WhoGetsHere reach={reach} hatHref={hatHref} />
        <FromHere reach={reach} hatHref={hatHref} pathHref={(pipeline) => pathHref(pipeline, null)} />
      </div>
    </Sheet>
  );
}
