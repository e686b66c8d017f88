// What stands in the place of a secret.

/** CodePipeline writes the same for an OAuth token. */
export const SCRUBBED = '****';
