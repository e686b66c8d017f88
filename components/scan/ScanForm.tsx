'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { CodeBox } from '@/components/ui/CodeBox';
import { Segmented } from '@/components/ui/Segmented';
import { TextField } from '@/components/ui/TextField';
import { Ticked } from '@/components/ui/Ticked';
import { ask, textIn, textsIn } from './ask';
import styles from './ScanDesk.module.css';

export type Reach = 'organization' | 'accounts' | 'credentials';

export interface ScanFormFields {
  readonly reach: Reach;
  readonly accounts: string;
  readonly roleName: string;
  readonly externalId: string;
  readonly regions: string;
}

const REACHES = [
  { value: 'organization', label: 'Whole organisation' },
  { value: 'accounts', label: 'Named accounts' },
  { value: 'credentials', label: 'Account of the credentials' },
] as const;

/** Where a scan reads, and with which role; the plan is shown before anything is asked of AWS. */
export function ScanForm(props: {
  fields: ScanFormFields;
  settingsProblem: string | null;
  isFirst: boolean;
  onStarted: (id: string) => void;
}) {
  const [fields, setFields] = useState(props.fields);
  /** The plan of exactly these fields. */
  const [plan, setPlan] = useState<{ fields: ScanFormFields; lines: readonly string[] } | null>(null);
  const [problem, setProblem] = useState(props.settingsProblem);
  const [isAsking, setIsAsking] = useState(false);
  const isPlanned = plan !== null && plan.fields === fields;
  const change = (more: Partial<ScanFormFields>) => setFields({ ...fields, ...more });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsAsking(true);
    const answer = await ask('POST', isPlanned ? '/api/scans' : '/api/scans/plan', fields);
    setIsAsking(false);
    setProblem(answer.kind === 'problem' ? answer.problem : null);
    if (answer.kind === 'problem') return;
    const id = textIn(answer.body, 'id');
    if (id !== null) props.onStarted(id);
    else setPlan({ fields, lines: textsIn(answer.body, 'plan') });
  };

  return (
    <section className={styles.box} aria-labelledby="new-scan">
      <h2 id="new-scan">{props.isFirst ? 'Start a scan' : 'Scan again'}</h2>
      <p className={styles.prose}>
        It lists and reads settings, and changes nothing. Credentials are found as the AWS tools find them, in
        the environment of this server.
      </p>
      <form className={styles.form} onSubmit={submit}>
        <Segmented
          legend="Which accounts"
          value={fields.reach}
          onChange={(reach) => change({ reach })}
          segments={REACHES}
        />
        {fields.reach === 'accounts' ? (
          <TextField
            label="Accounts"
            hint="Ids of twelve digits, with commas or spaces between them"
            placeholder="111122223333, 444455556666"
            value={fields.accounts}
            onChange={(event) => change({ accounts: event.target.value })}
          />
        ) : null}
        <div className={styles.pair}>
          <TextField
            label="Role name"
            hint={
              fields.reach === 'credentials'
                ? 'Empty: the credentials themselves are used'
                : 'The read-only role in each account, with its path if it has one'
            }
            placeholder="HatstackRead"
            value={fields.roleName}
            onChange={(event) => change({ roleName: event.target.value })}
          />
          <TextField
            label="External id"
            hint="What its trust policy asks for; empty: none"
            value={fields.externalId}
            onChange={(event) => change({ externalId: event.target.value })}
          />
        </div>
        <TextField
          label="Regions"
          hint="Empty: those that each account has enabled"
          placeholder="us-east-1, eu-west-1"
          value={fields.regions}
          onChange={(event) => change({ regions: event.target.value })}
        />
        {problem === null ? null : (
          <p className={styles.problem} role="alert">
            <Ticked text={problem} />
          </p>
        )}
        {isPlanned ? (
          <div className={styles.plan}>
            <h3>What it will ask</h3>
            <CodeBox label="Plan of the scan">{plan.lines.join('\n')}</CodeBox>
          </div>
        ) : null}
        <div className={styles.acts}>
          <Button look="primary" type="submit" disabled={isAsking}>
            {isPlanned ? 'Start the scan' : 'Show the plan'}
          </Button>
          <small>{isPlanned ? 'Nothing was asked of AWS yet.' : 'The plan asks nothing of AWS.'}</small>
        </div>
      </form>
    </section>
  );
}
