import { Button } from './Button';
import type { Hiding } from './hiding';
import { Notice } from './Notice';

/** No row passes: says which filter hides how many, and lifts it. */
export function NothingMatches(props: {
  /** `pipeline`: what the rows are. */
  row: string;
  total: number;
  hiding: readonly Hiding[];
  onShowAll: () => void;
}) {
  return (
    <Notice
      isPart
      title={`No ${props.row} matches`}
      next={
        <Button look="primary" onClick={props.onShowAll}>
          Show all {props.total}
        </Button>
      }
    >
      {props.hiding.map(({ filter, hides, onLift }) => (
        <p key={filter}>
          {filter} hides {hides} of {props.total}. <Button onClick={onLift}>Lift it</Button>
        </p>
      ))}
    </Notice>
  );
}
