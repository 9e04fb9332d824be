import { expect, test } from 'vitest';
import { isPublicAddress, publicLookup, requirePublicHost } from '../../../transports/http/addresses.ts';

const privateAddresses = [
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '127.0.0.1',
  '0.0.0.0',
  '169.254.169.254',
  '100.64.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '::ffff:a00:1',
  '64:ff9b::a00:1',
  '2002:a00:1::',
  'not an address',
];

test.each(privateAddresses)('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['8.8.8.8', '193.10.20.30', '2a00:1450:400f::1', '::ffff:8.8.8.8'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  'http://127.0.0.1/',
  'http://0x7f.1/',
  'http://2130706433/',
  'http://[::1]:80/',
  'http://[::ffff:10.0.0.1]/',
])('%s is refused without asking DNS', (url) => {
  expect(() => requirePublicHost(new URL(url))).toThrow('not a public one');
});

test('a name that leads to a private address is refused when the connection is made', async () => {
  const error = await new Promise<Error | null>((resolve) => {
    publicLookup('localhost', { all: true }, (failed) => resolve(failed));
  });
  expect(error).toMatchObject({ name: 'PrivateAddressError' });
});
