// Who sets the value of a context key: the caller, the surroundings, a service, an identity provider, or the configuration.
import type { KeyController } from './decision';

const CALLER =
  /^(sts:(externalid|rolesessionname|sourceidentity|transitivetagkeys|durationseconds)|aws:(requesttag\/.*|tagkeys|sourceidentity|userid|useragent|referer)|kms:encryptioncontext.*|s3:.*)$/;
const ENVIRONMENT =
  /^aws:(sourceip|vpcsourceip|sourcevpc|sourcevpce|sourcevpcarn|vpce.*|currenttime|epochtime|securetransport|requestedregion|multifactorauth.*|tokenissuetime|principalisawsservice|ec2instance.*)$/;
const SERVICE =
  /^(aws:(source(arn|account|orgid|orgpaths)|calledvia.*|viaawsservice|principalservicename.*)|kms:(viaservice|grantisforawsresource|grant.*)|iam:(passedtoservice|associatedresourcearn))$/;
/** Keys of an identity provider begin with its host or with `saml:`. */
const PROVIDER = /^(saml:.*|aws:federatedprovider|[^:/]+\.[^:]*:.*)$/;

/** Who controls the key, by its lower-case name. What none of them sets is configuration that was not scanned. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (read 2026-11-24) */
export function controllerOf(key: string): KeyController {
  if (CALLER.test(key)) return 'caller';
  if (ENVIRONMENT.test(key)) return 'environment';
  if (SERVICE.test(key)) return 'service';
  return PROVIDER.test(key) ? 'identity-provider' : 'not-scanned';
}
