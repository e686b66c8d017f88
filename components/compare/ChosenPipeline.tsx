import Link from 'next/link';
import { DrawingLegend } from '@/components/drawing/DrawingLegend';
import { PanZoom } from '@/components/drawing/PanZoom';
import { SceneSvg } from '@/components/drawing/SceneSvg';
import { pipelineHref } from '@/components/pipeline/view-state';
import type { ChangeLine, PipelineLineOfChange } from '@/lib/scene/comparison-view';
import { handDrawn } from '@/lib/scene/hand/hand-drawn';
import type { Scene } from '@/lib/scene/scene';
import { ChangeBox } from './ChangeBox';
import styles from './ChosenPipeline.module.css';
import { Turn } from './Turn';
import { type CompareState, compareHref } from './view-state';

/** A pipeline in both snapshots: the one graph, what became of each action and why, and the documents that did it. */
export function ChosenPipeline(props: {
  pipeline: PipelineLineOfChange;
  scene: Scene;
  /** The changes that turned one of its actions. */
  changes: readonly ChangeLine[];
  state: CompareState;
}) {
  const { pipeline, changes, state } = props;
  const scene = state.pen === 'hand' ? handDrawn(props.scene) : props.scene;
  const hrefOf = (action: string, isGone: boolean) =>
    pipelineHref(`/pipelines/${pipeline.id}`, { snapshot: isGone ? state.before : state.after, action });
  const gone = new Set(pipeline.actions.filter(({ after }) => after === null).map(({ key }) => key));
  const opens = new Map(props.scene.boxes.flatMap(({ id, opens: key }) => (key === null ? [] : [[id, key]])));
  const otherPen = state.pen === 'hand' ? 'clean' : 'hand';
  return (
    <section className={styles.chosen} aria-labelledby="chosen-title">
      <header>
        <h2 id="chosen-title">{pipeline.name}</h2>
        <Turn kind={pipeline.kind} before={pipeline.before} after={pipeline.after} />
        <Link href={compareHref('/compare', { ...state, pen: otherPen })} scroll={false}>
          {state.pen === 'hand' ? 'Clean pen' : 'Hand-drawn'}
        </Link>
      </header>
      <div className={styles.drawing} data-pen={state.pen}>
        <PanZoom label="Before and after" fit="width" size={scene}>
          <SceneSvg
            scene={scene}
            id="compare"
            label={scene.description}
            hrefOf={(box) => {
              const key = opens.get(box);
              return key === undefined ? null : hrefOf(key, pipeline.after === null || gone.has(key));
            }}
          />
        </PanZoom>
        <DrawingLegend legend={scene.legend} id="compare" />
      </div>
      {pipeline.actions.length === 0 || pipeline.before === null || pipeline.after === null ? null : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <caption>What became of its actions</caption>
            <thead>
              <tr>
                <th scope="col">Action</th>
                <th scope="col">Before → after</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {pipeline.actions.map((action) => (
                <tr key={action.key}>
                  <th scope="row">
                    <Link href={hrefOf(action.key, gone.has(action.key))}>{action.key}</Link>
                  </th>
                  <td>
                    <Turn kind={action.kind} before={action.before} after={action.after} />
                  </td>
                  <td>
                    <p>{capital(action.because)}.</p>
                    {action.answer === '' || action.after?.state === 'works' ? null : <p>{action.answer}</p>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {changes.length === 0 ? null : (
        <>
          <h3>What turned them</h3>
          {changes.map((change) => (
            <ChangeBox key={change.id} change={change} isOpen />
          ))}
        </>
      )}
    </section>
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
