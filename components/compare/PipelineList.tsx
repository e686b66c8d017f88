import Form from 'next/form';
import Link from 'next/link';
import { Button } from '@/components/ui/Button';
import type { PipelineLineOfChange } from '@/lib/scene/comparison-view';
import styles from './PipelineList.module.css';
import { Turn } from './Turn';
import { type CompareState, compareHref, MOST_LISTED } from './view-state';

/** The pipelines that differ, the worst turn first; choosing one draws it. */
export function PipelineList(props: {
  pipelines: readonly PipelineLineOfChange[];
  chosen: string | null;
  state: CompareState;
}) {
  const { pipelines, state } = props;
  const wanted = state.find.trim().toLowerCase();
  const found = pipelines.filter(({ name, account }) => `${name} ${account}`.toLowerCase().includes(wanted));
  const hidden = found.length - MOST_LISTED;
  return (
    <nav className={styles.list} aria-label="Pipelines that differ">
      {pipelines.length > 8 || wanted !== '' ? (
        <Form action="/compare" className={styles.find}>
          {(['before', 'after', 'pipeline'] as const).map((name) => {
            const value = state[name];
            return value === null ? null : <input key={name} type="hidden" name={name} value={value} />;
          })}
          <input
            name="find"
            aria-label="Find a pipeline"
            placeholder="Find a pipeline"
            defaultValue={state.find}
          />
          <Button type="submit">Find</Button>
        </Form>
      ) : null}
      <ul>
        {found.slice(0, MOST_LISTED).map((one) => (
          <li key={one.arn}>
            <Link
              href={compareHref('/compare', { ...state, pipeline: one.id })}
              aria-current={one.arn === props.chosen ? 'true' : undefined}
            >
              <b>{one.name}</b>
              <span>
                {one.account}, {one.region}
              </span>
              <Turn kind={one.kind} before={one.before} after={one.after} />
              {one.actions.length === 0 || one.before === null || one.after === null ? null : (
                <span>
                  {one.actions.length} {one.actions.length === 1 ? 'action differs' : 'actions differ'}
                  {one.direction === 'worse' || one.direction === 'better' ? `, ${one.direction}` : ''}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p>No pipeline of that name differs.</p> : null}
      {hidden > 0 ? <p>{hidden} more: find them by name.</p> : null}
    </nav>
  );
}
