'use client';

import { useQueryState } from 'nuqs';
import { hopParser } from '@/components/pipeline/view-state';
import { useKey } from '@/components/ui/useKey';
import type { ActionTrail } from '@/lib/scene/trail';
import type { State } from '@/lib/verdict/judgement';
import { HopItem } from './HopItem';
import styles from './HopList.module.css';

/** The hops in order. One is open at a time and stands in the URL; at first the one that explains the verdict. */
export function HopList(props: { hops: ActionTrail['hops']; state: State; run: ActionTrail['run'] }) {
  const [asked, setAsked] = useQueryState('hop', hopParser);
  const { run } = props;
  const explains = props.state === 'works' ? null : props.hops.find((hop) => hop.state === props.state);
  const open = asked ?? explains?.number ?? run?.hop ?? 0;
  const step = (by: number) => {
    const place = props.hops.findIndex((hop) => hop.number === open);
    const next = props.hops[place + by];
    if (next) void setAsked(next.number);
  };
  useKey('[', () => step(-1));
  useKey(']', () => step(1));
  return (
    <ol className={styles.hops} aria-label="Hops of the permission path">
      {props.hops.map((hop) => (
        <HopItem
          key={hop.id}
          hop={hop}
          isOpen={hop.number === open}
          isAsked={hop.number === asked && hop !== explains}
          said={run?.agrees && run.hop === hop.number ? run : null}
          disputed={run !== null && !run.agrees && run.said !== null && run.hop === hop.number}
          onToggle={() => void setAsked(hop.number === open ? 0 : hop.number)}
        />
      ))}
    </ol>
  );
}
