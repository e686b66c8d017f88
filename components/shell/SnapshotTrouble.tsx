import { ButtonLink } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Ticked } from '@/components/ui/Ticked';
import { exactTime } from '@/lib/scene/exact-time';
import type { SnapshotChoice } from './SnapshotMenu';

/** A snapshot that cannot be shown: what is wrong, what is still there, what to do. */
export function SnapshotTrouble(props: { name: string; problem: string; others: readonly SnapshotChoice[] }) {
  return (
    <Notice
      title={
        props.name === 'latest'
          ? 'The latest snapshot cannot be found'
          : `The snapshot ${props.name} cannot be shown`
      }
      next={props.others.slice(0, 5).map((other, place) => (
        <ButtonLink key={other.id} href={other.href} look={place === 0 ? 'primary' : 'outlined'}>
          {other.isExample
            ? 'Open the example'
            : `Open ${other.takenAt ? exactTime(other.takenAt) : other.id}`}
        </ButtonLink>
      ))}
    >
      <p role="alert">
        <Ticked text={props.problem} />
      </p>
      <p>To make a new one, scan again:</p>
      <pre>hatstack scan</pre>
    </Notice>
  );
}
