import { ButtonLink } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { compareHeadline } from '@/lib/scene/compare-headline';
import type { ComparisonView, PipelineLineOfChange } from '@/lib/scene/comparison-view';
import type { Scene } from '@/lib/scene/scene';
import { ChangeBox } from './ChangeBox';
import { type Choice, ChooseTwo } from './ChooseTwo';
import { ChosenPipeline } from './ChosenPipeline';
import styles from './CompareView.module.css';
import { FindingsOfChange } from './FindingsOfChange';
import { PipelineList } from './PipelineList';
import type { CompareState } from './view-state';

/** More documents than this are told by the command line. */
const MOST_SHOWN = 100;

/** Nothing to tell, and what that means. */
function Same({ view, isOne }: { view: ComparisonView; isOne: boolean }) {
  const unanswered = view.gaps.before + view.gaps.after;
  return (
    <Notice
      isPart
      title={isOne ? 'This is one snapshot' : 'Every verdict, finding and document is the same'}
      next={
        <ButtonLink look="primary" href="/snapshots">
          Look for another snapshot
        </ButtonLink>
      }
    >
      <p>
        {isOne
          ? 'Choose another one above: from before a change, or from after it.'
          : 'The order of statements, times, and how the last runs went are not compared.'}
      </p>
      {unanswered === 0 || isOne ? null : (
        <p>
          {unanswered} {unanswered === 1 ? 'call was' : 'calls were'} not answered: what they would have told
          is not compared either.
        </p>
      )}
    </Notice>
  );
}

/** Two snapshots: what got worse or better, why, and everything else that differs. */
export function CompareView(props: {
  view: ComparisonView;
  chosen: { readonly pipeline: PipelineLineOfChange; readonly scene: Scene } | null;
  choices: readonly Choice[];
  /** With the names of both snapshots. */
  state: CompareState;
}) {
  const { view, chosen, state } = props;
  const turning = new Set(chosen?.pipeline.actions.flatMap(({ cause }) => cause.changes) ?? []);
  const others = view.changes.filter(({ id }) => !turning.has(id));
  const { title, second } = compareHeadline(view);
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <p>{second}</p>
        <ChooseTwo choices={props.choices} before={state.before} after={state.after} />
      </header>
      {view.isSame ? <Same view={view} isOne={state.before === state.after} /> : null}
      <div className={styles.body} data-alone={view.pipelines.length === 0}>
        {view.pipelines.length === 0 ? null : (
          <PipelineList pipelines={view.pipelines} chosen={chosen?.pipeline.arn ?? null} state={state} />
        )}
        <div className={styles.main}>
          {chosen === null ? (
            state.pipeline === null ? null : (
              <p role="alert">
                Nothing of the pipeline <code>{state.pipeline}</code> differs, or neither snapshot has it.
                {view.pipelines.length === 0 ? '' : ' Choose one of the list.'}
              </p>
            )
          ) : (
            <ChosenPipeline
              pipeline={chosen.pipeline}
              scene={chosen.scene}
              changes={view.changes.filter(({ id }) => turning.has(id))}
              state={state}
            />
          )}
          {others.length === 0 ? null : (
            <section className={styles.part} aria-labelledby="others-title">
              <h2 id="others-title">{chosen === null ? 'What differs' : 'What else differs'}</h2>
              {others.slice(0, MOST_SHOWN).map((change) => (
                <ChangeBox key={change.id} change={change} isOpen={false} />
              ))}
              {others.length > MOST_SHOWN ? (
                <p>
                  {others.length - MOST_SHOWN} more: <code>hatstack diff</code> prints all of them.
                </p>
              ) : null}
            </section>
          )}
          <FindingsOfChange findings={view.findings} state={state} />
        </div>
      </div>
    </div>
  );
}
