import { AskLink } from '@/components/ask/AskLink';
import { SceneSvg } from '@/components/drawing/SceneSvg';
import { pipelineHref } from '@/components/pipeline/view-state';
import { Sheet } from '@/components/ui/Sheet';
import { Prose } from '@/components/verdict/Prose';
import { OverBroadBadge } from '@/components/verdict/StateBadge';
import type { RolePage } from '@/lib/scene/role-page';
import type { HatDrawing } from '@/lib/scene/role-page-scene';
import styles from './RoleView.module.css';
import { Serves } from './Serves';
import { TrustBox } from './TrustBox';
import { roleHref } from './view-state';
import { WearersTable } from './WearersTable';

/** One hat: the answer, the drawing, and the proof of both. */
export function RoleView(props: { page: RolePage; drawing: HatDrawing; snapshot: string | null }) {
  const { page, drawing, snapshot } = props;
  const pathHref = (pipeline: string, action: string | null) =>
    pipelineHref(`/pipelines/${pipeline}`, { snapshot, action });
  const hatHref = (id: string) => roleHref(id, snapshot);
  const hrefOf = (box: string) => {
    const goal = drawing.goals[box];
    if (goal === undefined) return null;
    if (goal.kind === 'role') return hatHref(goal.id);
    return goal.kind === 'pipeline' ? pathHref(goal.pipeline, goal.action) : '#wearers';
  };
  return (
    <Sheet
      title={
        <>
          <span>
            <Prose words={page.headline} />
          </span>
          {page.overBroad ? <OverBroadBadge /> : null}
        </>
      }
      lead={page.lead}
      more={
        <>
          {page.open === null ? null : <p className={styles.open}>{page.open}</p>}
          <AskLink fields={{ who: page.arn }}>Ask what this hat may do</AskLink>
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
        <WearersTable page={page} hrefOf={hatHref} />
        <div className={styles.column}>
          <TrustBox page={page} />
          <Serves page={page} pathHref={pathHref} hatHref={hatHref} />
        </div>
      </div>
    </Sheet>
  );
}
