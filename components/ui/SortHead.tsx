import styles from './SortHead.module.css';

const ARROWS = { ascending: '↑', descending: '↓', none: '' } as const;

/** The head of a column that sorts by it. */
export function SortHead(props: {
  label: string;
  align: 'left' | 'right';
  /** Left out on a narrow screen. */
  isSpare: boolean;
  sorted: keyof typeof ARROWS;
  onSort: () => void;
}) {
  return (
    <th
      className={styles.head}
      scope="col"
      data-align={props.align}
      data-spare={props.isSpare || undefined}
      aria-sort={props.sorted}
    >
      <button type="button" onClick={props.onSort}>
        {props.label}
        <span aria-hidden="true">{ARROWS[props.sorted]}</span>
      </button>
    </th>
  );
}
