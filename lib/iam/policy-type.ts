// The types of policies, by where they take part in AWS's evaluation.

/** Where in AWS's evaluation order a policy takes part. */
export type PolicyType = 'identity' | 'boundary' | 'session' | 'resource' | 'scp' | 'rcp' | 'endpoint';
