'use client';

import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { type ScanAccount, type ScanPlace, scanAccounts } from '@/lib/scene/scan-view';
import styles from './ScanTable.module.css';

/** More rows than a person reads while they change. */
const FIRST_ROWS = 30;

/** Each account and how far each of its regions is; those that are being read stand first. */
export function ScanTable({ places }: { places: readonly ScanPlace[] }) {
  const [isWhole, setIsWhole] = useState(false);
  const accounts = useMemo(() => scanAccounts(places), [places]);
  const shown = isWhole ? accounts : accounts.slice(0, FIRST_ROWS);
  const hidden = accounts.length - shown.length;
  return (
    <>
      <div className={styles.box}>
        <table className={styles.table}>
          <caption className={styles.caption}>Each account</caption>
          <thead>
            <tr>
              <th scope="col">Account</th>
              <th scope="col" className={styles.number}>
                Units read
              </th>
              <th scope="col" className={styles.number}>
                Not answered
              </th>
              <th scope="col">Regions</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((account) => (
              <Row key={account.account} account={account} />
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 ? (
        <div className={styles.more}>
          <Button onClick={() => setIsWhole(true)}>Show {hidden} more accounts</Button>
        </div>
      ) : null}
    </>
  );
}

function Row({ account: { account, units, done, gaps, places } }: { account: ScanAccount }) {
  return (
    <tr>
      <th scope="row">
        <code>{account}</code>
      </th>
      <td className={styles.number}>
        {done} of {units}
      </td>
      <td className={styles.number}>{gaps}</td>
      <td>
        <ul className={styles.places}>
          {places.map((place) => (
            <li key={place.region} data-state={stateOf(place)}>
              <code>{place.region}</code>{' '}
              <small>
                {place.done === place.units ? 'read' : `${place.done} of ${place.units}`}
                {place.gaps > 0 ? `, ${place.gaps} not answered` : ''}
                {place.running.length > 0 ? `, now ${place.running.join(', ')}` : ''}
              </small>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

function stateOf({ done, units, running }: ScanPlace): 'now' | 'read' | 'waits' {
  if (running.length > 0) return 'now';
  return done < units ? 'waits' : 'read';
}
