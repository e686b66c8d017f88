import { NothingRead } from '@/components/coverage/NothingRead';
import { coverageHref } from '@/components/coverage/view-state';
import { ButtonLink } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { rulesHref } from './rule-href';

/** No rule speaks of this snapshot: what that is worth. */
export function NoFindings(props: {
  coverage: { readonly asked: number; readonly read: number };
  snapshot: string | null;
}) {
  const { asked, read } = props.coverage;
  if (read === 0 && asked > 0)
    return <NothingRead asked={asked} unknown="what is too wide there" snapshot={props.snapshot} />;
  return (
    <Notice
      title="Nothing was found in this snapshot"
      next={
        <>
          <ButtonLink look="primary" href={rulesHref(props.snapshot)}>
            The rules
          </ButtonLink>
          <ButtonLink href={coverageHref('/accounts', { snapshot: props.snapshot })}>
            What was read
          </ButtonLink>
        </>
      }
    >
      <p>
        No rule speaks of what was read.
        {read < asked ? ` Of ${asked} accounts ${read} were read: the others could hide more.` : ''}
      </p>
    </Notice>
  );
}
