import Link from 'next/link';
import { ReadingMark } from '@/components/coverage/ReadingMark';
import { Glyph } from '@/components/ui/Glyph';
import { groupBy } from '@/lib/base/group-by';
import type { Coverage, CoverageRow } from '@/lib/scene/coverage';
import styles from './Box.module.css';

const MOST_GROUPS = 5;
const MOST_REGIONS = 4;

/** What was read, in few lines: accounts that stand alike share one. */
export function CoverageBox(props: { coverage: Coverage; hrefOf: (account: string | null) => string }) {
  const { coverage } = props;
  const groups = [
    ...groupBy(coverage.rows, (row) =>
      [row.reading, ...row.cells.map((cell) => (cell.reading === 'partly' ? row.id : cell.reading))].join(
        ' ',
      ),
    ).values(),
  ];
  const shown = groups.slice(0, MOST_GROUPS);
  const regions = coverage.regions.slice(0, MOST_REGIONS);
  const hidden = coverage.regions.length - regions.length;
  const scanned = coverage.regions.length - 1;
  return (
    <section className={styles.box} aria-labelledby="read">
      <h2 id="read">
        <Glyph name="account" size={15} />
        <Link href={props.hrefOf(null)} prefetch={false}>
          What was read
        </Link>
        <span>
          {coverage.read} {coverage.read === 1 ? 'account' : 'accounts'} × {scanned}{' '}
          {scanned === 1 ? 'region' : 'regions'},{' '}
          {coverage.unanswered === 0
            ? 'no gaps'
            : `${coverage.unanswered} ${coverage.unanswered === 1 ? 'gap' : 'gaps'}`}
        </span>
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Account</th>
            {regions.map((region) => (
              <th key={region} scope="col">
                {region === 'global' ? 'Global' : <code>{region}</code>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((group) => (
            <tr key={group[0]?.id}>
              <th scope="row" title={group.map(({ name }) => name).join(', ')}>
                <Link
                  href={props.hrefOf(group.length === 1 ? (group[0]?.id ?? null) : null)}
                  prefetch={false}
                >
                  {namesOf(group)}
                </Link>
              </th>
              <Cells row={group[0]} regions={regions} />
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length > shown.length || hidden > 0 ? (
        <p className={styles.note}>
          <Link href={props.hrefOf(null)} prefetch={false}>
            All accounts{hidden > 0 ? ` and ${hidden} more ${hidden === 1 ? 'region' : 'regions'}` : ''}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function Cells({ row, regions }: { row: CoverageRow | undefined; regions: readonly string[] }) {
  if (row === undefined) return null;
  if (row.reading !== 'read' && row.reading !== 'partly') {
    return (
      <td colSpan={regions.length}>
        <ReadingMark reading={row.reading} unanswered={0} />
      </td>
    );
  }
  return row.cells
    .filter(({ region }) => regions.includes(region))
    .map(({ region, reading, unanswered }) => (
      <td key={region}>
        <ReadingMark reading={reading} unanswered={unanswered} isShort />
      </td>
    ));
}

function namesOf(group: readonly CoverageRow[]): string {
  const names = group.slice(0, 2).map(({ name }) => name);
  const more = group.length - names.length;
  return more === 0 ? names.join(', ') : `${names[0]} and ${group.length - 1} more`;
}
