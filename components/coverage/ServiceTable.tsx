import { VerdictMark } from '@/components/verdict/VerdictMark';
import type { ServiceCoverage } from '@/lib/scene/coverage-services';
import styles from './ServiceTable.module.css';

/** Services across, regions down: what was found, and where a call was refused. */
export function ServiceTable({ services }: { services: readonly ServiceCoverage[] }) {
  const regions = services[0]?.cells.map(({ region }) => region) ?? [];
  return (
    <section aria-label="What was read, by service">
      <h3 className={styles.title}>What was read</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: many services must be scrolled without a mouse */}
      <section className={styles.box} tabIndex={0} aria-label="Services and regions">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Region</th>
              {services.map(({ service, name }) => (
                <th key={service} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {regions.map((region, place) => (
              <tr key={region}>
                <th scope="row">{region === 'global' ? 'Global' : <code>{region}</code>}</th>
                {services.map(({ service, cells }) => (
                  <td key={service}>
                    <Cell cell={cells[place]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Cell({ cell }: { cell: ServiceCoverage['cells'][number] | undefined }) {
  if (cell === undefined || (cell.found === null && cell.unanswered === 0))
    return (
      <span className={styles.none}>
        <span aria-hidden="true">–</span>
        <span className={styles.spoken}>not asked here</span>
      </span>
    );
  if (cell.unanswered > 0)
    return (
      <span className={styles.refused}>
        <VerdictMark state="unknown" size={12} />
        {cell.unanswered} not answered
      </span>
    );
  return cell.found;
}
