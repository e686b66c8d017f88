'use client';

import { useQueryStates } from 'nuqs';
import type { ReactNode } from 'react';
import { pipelineState } from '@/components/pipeline/view-state';
import styles from './EditPolicy.module.css';

/** Opens the policy of that name in the editor. */
export function EditPolicy(props: { policy: string; title: string; children: ReactNode }) {
  const [, setState] = useQueryStates(pipelineState, { history: 'push', scroll: false });
  return (
    <button
      type="button"
      className={styles.edit}
      aria-label={`Edit the ${props.title}: what if it said something else?`}
      aria-haspopup="dialog"
      onClick={() => void setState({ edit: props.policy }, { shallow: false })}
    >
      {props.children}
    </button>
  );
}
