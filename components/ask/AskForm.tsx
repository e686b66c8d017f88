'use client';

import Form from 'next/form';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import type { AskedKey, AskFields, AskProblems } from '@/lib/scene/ask-read';
import type { AskSuggestions } from '@/lib/scene/ask-suggestions';
import styles from './AskForm.module.css';
import { AskLine } from './AskLine';
import { KeyRow } from './KeyRow';
import { EMPTY_KEY } from './view-state';

/** Who, does, on, and what is known of the request. Sending it changes the URL, which is the question. */
export function AskForm(props: {
  fields: AskFields;
  problems: AskProblems | null;
  suggestions: AskSuggestions;
  snapshot: string | null;
}) {
  const { fields, problems, suggestions } = props;
  const [rows, setRows] = useState<readonly AskedKey[]>(fields.keys);
  return (
    <Form action="/ask" className={styles.form} aria-label="Question" scroll={false}>
      {props.snapshot === null ? null : <input type="hidden" name="snapshot" value={props.snapshot} />}
      <AskLine
        name="who"
        label="Can"
        hint="ARN of a role or user, or a service such as codebuild.amazonaws.com"
        initial={fields.who}
        problem={problems?.who ?? null}
        options={suggestions.who}
      />
      <AskLine
        name="does"
        label="do"
        hint="service:Action, such as s3:GetObject"
        initial={fields.does}
        problem={problems?.does ?? null}
        options={suggestions.does.map((value) => ({ value, label: '' }))}
      />
      <AskLine
        name="on"
        label="on"
        hint="ARN of the resource; * where the action names none"
        initial={fields.on}
        problem={problems?.on ?? null}
        options={suggestions.on}
      />
      <fieldset className={styles.context}>
        <legend>What is known of the request (optional)</legend>
        {rows.map((row, place) => (
          <KeyRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end
            key={place}
            row={row}
            number={place + 1}
            problem={problems?.keys[place] ?? null}
          />
        ))}
        <Button onClick={() => setRows([...rows, EMPTY_KEY])}>Add a context key</Button>
      </fieldset>
      <div>
        <Button look="primary" type="submit">
          Ask
        </Button>
      </div>
    </Form>
  );
}
