// Service Catalog: publishes a new version of a product.
import type { ActionProvider } from '../action-provider';
import { callOn } from '../call-on';
import { configurationText, openBy } from '../configuration';
import { needsFor, needsOnAny } from '../need';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ServiceCatalog.html';

export const serviceCatalog: ActionProvider = {
  id: 'service-catalog',
  category: 'Deploy',
  owner: 'AWS',
  provider: 'ServiceCatalog',
  title: 'Service Catalog',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never' },
  calls: (setting) => {
    const name = configurationText(setting.action, 'ProductId');
    const arn = `arn:${setting.partition}:catalog:${setting.region}:${setting.account}:product/${name.text}`;
    const shape = { source: DOCS, open: openBy(name) };
    const because = 'The action publishes a version of the product.';
    return [
      callOn(setting, { kind: 'product', name, arn, job: 'product' }, [
        ...needsOnAny(
          [
            'servicecatalog:ListProvisioningArtifacts',
            'servicecatalog:CreateProvisioningArtifact',
            'servicecatalog:DescribeProvisioningArtifact',
            'servicecatalog:UpdateProduct',
          ],
          [arn, '*'],
          { ...shape, because },
        ),
        ...needsFor(['servicecatalog:DeleteProvisioningArtifact'], arn, {
          ...shape,
          essential: false,
          because: 'Needed when a version is taken back.',
        }),
        ...needsFor(['cloudformation:ValidateTemplate'], '*', {
          ...shape,
          because: 'The template of the version is validated.',
        }),
      ]),
    ];
  },
  passes: () => [],
};
