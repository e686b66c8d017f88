import { Notice } from '@/components/shell/Notice';
import { ButtonLink } from '@/components/ui/Button';

/** A snapshot in which no pipeline was found: says where was looked, and how to look elsewhere. */
export function NoPipelines(props: {
  asked: { readonly accounts: readonly string[]; readonly regions: readonly string[] };
  exampleHref: string;
}) {
  const { accounts, regions } = props.asked;
  return (
    <Notice
      title="No pipeline in this snapshot"
      next={
        <ButtonLink look="primary" href={props.exampleHref}>
          Open the example
        </ButtonLink>
      }
    >
      <p>
        {accounts.length} {accounts.length === 1 ? 'account was' : 'accounts were'} asked in{' '}
        {regions.join(', ') || 'no region'}. To look elsewhere, scan with other regions:
      </p>
      <pre>hatstack scan --region REGION</pre>
    </Notice>
  );
}
