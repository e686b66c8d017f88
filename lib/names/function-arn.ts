// Names of Lambda functions: a name, a partial ARN or an ARN, each with or without a version or alias.
import { type AccountId, type Arn, parseArn, type Region } from './arn';

export interface FunctionName {
  /** The function's own ARN, without a version or alias. */
  readonly arn: Arn;
  readonly name: string;
  /** The version or alias that was named. */
  readonly qualifier: string | null;
}

/** The function that a text names, in the account and region where a bare name means something. Never throws.
 *  @see https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html (read 2026-11-24) */
export function functionName(
  text: string,
  { partition, account, region }: { partition: string; account: AccountId; region: Region },
): FunctionName {
  const parts = parseArn(text);
  const partial = /^(\d{12}):function:(.+)$/.exec(text);
  const rest =
    parts === null
      ? (partial?.[2] ?? text.replace(/^function:/, ''))
      : parts.resource.replace(/^function:/, '');
  const [name = '', qualifier = null] = rest.split(':');
  const owner = parts?.account || partial?.[1] || account;
  const place = parts?.region || region;
  return {
    arn: `arn:${parts?.partition ?? partition}:lambda:${place}:${owner}:function:${name}`,
    name,
    qualifier,
  };
}
