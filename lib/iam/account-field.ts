// The account field of an ARN, found without taking the rest apart: every decision asks for it.

/** The text between the fourth and the fifth colon; null where it is empty or there are fewer colons. Never throws. */
export function accountField(arn: string): string | null {
  let colon = -1;
  for (let field = 0; field < 4; field++) {
    colon = arn.indexOf(':', colon + 1);
    if (colon < 0) return null;
  }
  const end = arn.indexOf(':', colon + 1);
  return end <= colon + 1 ? null : arn.slice(colon + 1, end);
}
