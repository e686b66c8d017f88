import { PolicySource } from '@/components/inspector/PolicySource';
import type { RolePage } from '@/lib/scene/role-page';
import type { Door } from '@/lib/scene/trust-doors';
import styles from './Box.module.css';
import { Doors } from './Doors';

/** The hat's trust policy, with the statement that is too wide, or that lets somebody in. */
export function TrustBox(props: { page: RolePage; doors: readonly Door[]; hatHref: (id: string) => string }) {
  const { page } = props;
  const isMarked = page.trust.some(({ mark }) => mark !== 'none');
  return (
    <section className={styles.box} aria-labelledby="trust">
      <h2 id="trust">
        Trust policy
        <span>
          {!isMarked
            ? 'no statement lets anybody in'
            : page.tone === 'broad'
              ? 'marked: too wide'
              : 'marked: lets somebody in'}
        </span>
      </h2>
      <PolicySource title={`Trust policy of ${page.name}`} lines={page.trust} tone={page.tone} />
      {page.remedies.map((remedy) => (
        <p key={remedy} className={styles.note}>
          {remedy}
        </p>
      ))}
      <Doors doors={props.doors} hatHref={props.hatHref} />
    </section>
  );
}
