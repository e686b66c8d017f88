// The version of the HTTP API, as every answer of it says.

/** Within 1 only what may be left out is added; see decision 13. */
export const API_VERSION = 1;
