'use client';

import { useQueryStates } from 'nuqs';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { pipelineState } from '@/components/pipeline/view-state';
import { ask, textIn } from '@/components/scan/ask';
import { Button } from '@/components/ui/Button';
import { formattedText, type TextProblem, textProblems } from '@/lib/scene/what-if-edit';
import type { PolicyEditing } from '@/lib/scene/what-if-trail';
import styles from './PolicyEditor.module.css';
import { PolicyText, selectPlace } from './PolicyText';
import { ProblemList } from './ProblemList';

/** The text of a policy to be changed: checked while it is typed, then judged as if AWS had it. Nothing is written to AWS. */
export function PolicyEditor(props: {
  editing: PolicyEditing;
  /** The what-if that is gone on with. */
  base: string | null;
  snapshot: string;
  pipeline: string;
}) {
  const { editing, base, snapshot, pipeline } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isLeaving = useRef(false);
  const [, setState] = useQueryStates(pipelineState, { history: 'push', scroll: false });
  const [text, setText] = useState(editing.text);
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState('');
  const checked = useDeferredValue(text);
  const problems = useMemo(() => textProblems(checked, editing.kind), [checked, editing.kind]);

  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);

  const leave = async (to: { whatif?: string | null } = {}) => {
    if (isLeaving.current) return;
    isLeaving.current = true;
    await setState({ ...to, edit: null }, { shallow: false });
    dialog.current?.close();
  };
  const send = async (body: object) => {
    setSending(true);
    setRefusal('');
    const answer = await ask('POST', '/api/what-ifs', body);
    setSending(false);
    if (answer.kind === 'problem') setRefusal(answer.problem);
    else await leave({ whatif: textIn(answer.body, 'id') });
  };
  const goTo = (problem: TextProblem) => selectPlace(field.current, problem.place);
  const apply = () => {
    const mistake = textProblems(text, editing.kind).find(({ severity }) => severity === 'error');
    if (mistake !== undefined) return goTo(mistake);
    void send({ kind: 'edit', snapshot, pipeline, base, policy: editing.policy, text });
  };
  const format = () => {
    const formatted = formattedText(text, editing.kind);
    const [mistake] = problems;
    if (formatted !== null) setText(formatted);
    else if (mistake !== undefined) goTo(mistake);
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="policy-editor-title"
      onClose={() => void leave()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply();
      }}
    >
      <header>
        <h2 id="policy-editor-title">Edit the {editing.title}</h2>
        <p>
          {editing.account === null ? '' : `In ${editing.account}. `}
          {editing.before === null ? 'There is none yet. ' : ''}
          The page is judged as if it were so; AWS is never written to.
        </p>
      </header>
      <PolicyText
        ref={field}
        label={`Text of the ${editing.title}`}
        text={text}
        before={editing.before}
        problems={problems}
        onChange={setText}
      />
      <ProblemList problems={problems} onGo={goTo} />
      <p className={styles.refusal} role="alert">
        {refusal}
      </p>
      <footer>
        <Button onClick={format}>Format</Button>
        {editing.before === null ? null : (
          <Button onClick={() => setText(editing.before ?? '')} disabled={text === editing.before}>
            Reset to what is
          </Button>
        )}
        {editing.isEdited && base !== null ? (
          <Button
            onClick={() => void send({ kind: 'undo', base, policy: editing.policy })}
            disabled={isSending}
          >
            Discard this edit
          </Button>
        ) : null}
        <span className={styles.room} />
        <Button onClick={() => dialog.current?.close()}>Cancel</Button>
        <Button look="primary" onClick={apply} disabled={isSending} aria-keyshortcuts="Control+Enter">
          {isSending ? 'Judging …' : 'See what would be'}
        </Button>
      </footer>
    </dialog>
  );
}
