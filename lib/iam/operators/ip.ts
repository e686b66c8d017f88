// IpAddress and NotIpAddress: whether an address lies in a block; version 4 and version 6 never match each other.
import { type Operator, operatorPair } from '../operator';
import { readAddress, readAddressRange } from '../values';

/** The two address operators.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress (read 2026-11-24) */
export const ipOperators: readonly Operator[] = operatorPair(['IpAddress', 'NotIpAddress'], {
  family: 'ip',
  hasWildcards: false,
  hasVariables: false,
  read: (text) => {
    const range = readAddressRange(text);
    return {
      text,
      test: (value) => {
        const address = readAddress(value);
        if (range === null || address === null || range.version !== address.version) return false;
        return address.value >= range.first && address.value <= range.last;
      },
      pattern: null,
      isEverything: false,
    };
  },
});
