import { NothingRead } from '@/components/coverage/NothingRead';
import { coverageHref } from '@/components/coverage/view-state';
import { ButtonLink } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';

/** A snapshot in which no pipeline was found: says where was looked, and how to look elsewhere. */
export function NoPipelines(props: {
  regions: readonly string[];
  coverage: { readonly asked: number; readonly read: number };
  snapshot: string | null;
  exampleHref: string;
}) {
  const { regions, coverage, snapshot } = props;
  const { asked, read } = coverage;
  if (read === 0 && asked > 0)
    return <NothingRead asked={asked} unknown="whether they have pipelines" snapshot={snapshot} />;
  return (
    <Notice
      title="No pipeline in this snapshot"
      next={
        <>
          <ButtonLink look="primary" href="/scan">
            Scan again
          </ButtonLink>
          <ButtonLink href={coverageHref('/accounts', { snapshot })}>What was read</ButtonLink>
          <ButtonLink href={props.exampleHref}>Open the example</ButtonLink>
        </>
      }
    >
      <p>
        {asked === 0
          ? 'The scan asked no account.'
          : `${read} of ${asked} ${asked === 1 ? 'account was' : 'accounts were'} read, in ${regions.join(', ') || 'no region'}.`}
        {read < asked ? ' Those that were not read may have some.' : ''} To look elsewhere, scan with other
        regions:
      </p>
      <pre>hatstack scan --region REGION</pre>
    </Notice>
  );
}
