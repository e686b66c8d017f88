import { ButtonLink } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { coverageHref } from './view-state';

/** Every account was refused: what is not known, and how to be let in. */
export function NothingRead(props: { asked: number; unknown: string; snapshot: string | null }) {
  const { asked } = props;
  return (
    <Notice
      title={asked === 1 ? 'The account could not be read' : `None of the ${asked} accounts could be read`}
      next={
        <>
          <ButtonLink look="primary" href={coverageHref('/accounts', { snapshot: props.snapshot })}>
            What was refused
          </ButtonLink>
          <ButtonLink href="/scan/role">The read-only role</ButtonLink>
        </>
      }
    >
      <p>
        So it is not known {props.unknown}. A scan puts on a read-only role in each account: roll it out
        there, let it trust where the scan starts, and scan again. The plan shows what would be asked:
      </p>
      <pre>hatstack scan --dry-run</pre>
    </Notice>
  );
}
