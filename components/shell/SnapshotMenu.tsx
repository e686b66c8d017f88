import Link from 'next/link';
import { Glyph } from '@/components/ui/Glyph';
import { Menu } from '@/components/ui/Menu';
import { MenuItem, MenuList } from '@/components/ui/MenuItem';
import { exactTime } from '@/lib/scene/exact-time';
import { Age } from './Age';
import styles from './SnapshotMenu.module.css';

/** A snapshot that can be looked at instead. */
export interface SnapshotChoice {
  readonly id: string;
  /** What a person called it. */
  readonly name: string | null;
  readonly takenAt: string | null;
  readonly isExample: boolean;
  readonly href: string;
}

/** The snapshot in view, its age and how much was read; opens the list of the others. */
export function SnapshotMenu(props: {
  inView: {
    readonly id: string;
    readonly name: string | null;
    readonly takenAt: string;
    readonly isExample: boolean;
  };
  coverage: string;
  now: string;
  choices: readonly SnapshotChoice[];
}) {
  const { inView } = props;
  return (
    <Menu
      label="Choose a snapshot"
      look="ghost"
      face={
        <>
          <Glyph name="clock" size={14} />
          <span>
            {inView.isExample ? (
              'Example snapshot'
            ) : (
              <>
                <span className={styles.name}>{inView.name ?? 'Snapshot'}</span>{' '}
                <Age at={inView.takenAt} now={props.now} />
              </>
            )}
            {' · '}
            {props.coverage}
          </span>
          <Glyph name="down" size={12} />
        </>
      }
    >
      <MenuList title="Snapshots">
        {props.choices.map((choice) => (
          <MenuItem key={choice.id}>
            <Link
              href={choice.href}
              aria-current={choice.id === inView.id ? 'true' : undefined}
              prefetch={false}
            >
              <span className={styles.choice}>{nameOf(choice)}</span>
              <small>{wordOf(choice)}</small>
            </Link>
          </MenuItem>
        ))}
      </MenuList>
    </Menu>
  );
}

function nameOf({ id, name, takenAt, isExample }: SnapshotChoice): string {
  if (isExample) return 'Example organisation';
  return name ?? (takenAt === null ? id : exactTime(takenAt));
}

/** Of one with a name, when it was taken. */
function wordOf({ id, name, takenAt, isExample }: SnapshotChoice): string {
  if (isExample) return 'bundled';
  if (name === null) return 'scan';
  return takenAt === null ? id : exactTime(takenAt);
}
