import { Button } from '@/components/ui/Button';
import { CodeBox } from '@/components/ui/CodeBox';
import { CopyButton } from '@/components/ui/CopyButton';
import { TextField } from '@/components/ui/TextField';
import styles from './RoleScreen.module.css';

/** The role that a scan puts on in each account: settled in three fields, ready to copy, with every call and its reason. */
export function RoleScreen({
  choices,
  texts,
}: {
  choices: { readonly roleName: string; readonly trusted: string; readonly externalId: string };
  texts: {
    readonly cloudFormation: string;
    readonly terraform: string;
    readonly problem: string | null;
    readonly calls: readonly {
      readonly service: string;
      readonly why: string | null;
      readonly permissions: readonly string[];
    }[];
  };
}) {
  const count = texts.calls.reduce((sum, { permissions }) => sum + permissions.length, 0);
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>One read-only role in each account</h1>
        <p>
          It allows exactly the {count} calls that a scan makes, all of which list or read settings: no
          object, secret, log event or code. <code>hatstack role</code> prints the same.
        </p>
      </header>
      <form className={styles.form} method="get" action="/scan/role">
        <TextField
          label="Trusted account"
          name="trusted"
          hint="Where scans start: an account id, or the ARN of one role or user; empty: asked when it is rolled out"
          placeholder="111122223333"
          defaultValue={choices.trusted}
        />
        <TextField
          label="External id"
          name="external"
          hint="What a scan sends along; empty: asked when it is rolled out"
          placeholder="choose-your-own"
          defaultValue={choices.externalId}
        />
        <TextField
          label="Role name"
          name="role"
          hint="After its path, if it has one"
          placeholder="HatstackRead"
          defaultValue={choices.roleName}
        />
        <Button type="submit" look="primary">
          Write it so
        </Button>
      </form>
      {texts.problem === null ? null : (
        <p className={styles.problem} role="alert">
          {texts.problem}; the role below is written without what you filled in.
        </p>
      )}
      <RoleText
        title="CloudFormation"
        text={texts.cloudFormation}
        how="For a stack in one account, or a stack set over an organisation; a stack set with service-managed permissions leaves out the management account."
        command={STACK_SET}
      />
      <RoleText
        title="Terraform"
        text={texts.terraform}
        how="Apply it once in each account, with that account's provider."
        command={null}
      />
      <section className={styles.box} aria-labelledby="calls">
        <h2 id="calls">Every call, and why</h2>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col">What is read of it</th>
              <th scope="col">Permissions</th>
            </tr>
          </thead>
          <tbody>
            {texts.calls.map(({ service, why, permissions }) => (
              <tr key={service}>
                <th scope="row">
                  <code>{service}</code>
                </th>
                <td>{why}</td>
                <td>
                  <ul className={styles.permissions}>
                    {permissions.map((permission) => (
                      <li key={permission}>
                        <code>{permission.slice(service.length + 1)}</code>
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

const STACK_SET = `aws cloudformation create-stack-set --stack-set-name hatstack-read \\
    --template-body file://hatstack-role.yaml --capabilities CAPABILITY_NAMED_IAM \\
    --permission-model SERVICE_MANAGED --auto-deployment Enabled=true,RetainStacksOnAccountRemoval=false
aws cloudformation create-stack-instances --stack-set-name hatstack-read \\
    --deployment-targets OrganizationalUnitIds=r-abcd --regions us-east-1`;

function RoleText(props: { title: string; text: string; how: string; command: string | null }) {
  const { title, text, how, command } = props;
  return (
    <section className={styles.box} aria-label={title}>
      <div className={styles.title}>
        <h2>{title}</h2>
        <CopyButton text={text} label="Copy" what={`the role as ${title}`} />
      </div>
      <p>{how}</p>
      <div className={styles.code}>
        <CodeBox label={`The role as ${title}`}>{text}</CodeBox>
      </div>
      {command === null ? null : (
        <>
          <div className={styles.title}>
            <h3>Over an organisation, saved as hatstack-role.yaml</h3>
            <CopyButton text={command} label="Copy" what="the commands of the stack set" />
          </div>
          <div className={styles.code}>
            <CodeBox label="Commands of the stack set">{command}</CodeBox>
          </div>
        </>
      )}
    </section>
  );
}
