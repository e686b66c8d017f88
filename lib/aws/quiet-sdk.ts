// Keeps the SDK from talking in the middle of our output.

/** Its word on Node versions to come; the README says which Node we want. To be called before the first client is made. */
export function quietSdk(): void {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
}
