// Policy documents, written as short as they can be.

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | { readonly [type: string]: string | readonly string[] };
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: {
    readonly [operator: string]: { readonly [key: string]: string | readonly string[] };
  };
}

/** A policy document of these statements. */
export function document(...statements: readonly Statement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/** An Allow statement of an identity policy. */
export function allow(
  Sid: string,
  Action: string | readonly string[],
  Resource: string | readonly string[],
  Condition?: Statement['Condition'],
): Statement {
  return { Sid, Effect: 'Allow', Action, Resource, ...(Condition ? { Condition } : {}) };
}

/** A trust policy. */
export function trust(Principal: Statement['Principal'], Condition?: Statement['Condition']): string {
  const statement: Statement = { Effect: 'Allow', Principal: Principal ?? '*', Action: 'sts:AssumeRole' };
  return document(Condition ? { ...statement, Condition } : statement);
}

/** The trust policy of a role for a service of AWS: `lambda`, `ec2`; where an account is given, on behalf of that account only. */
export function trustService(service: string, account?: string): string {
  const own = account === undefined ? undefined : { StringEquals: { 'aws:SourceAccount': account } };
  return trust({ Service: `${service}.amazonaws.com` }, own);
}
