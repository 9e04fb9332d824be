import { describe, expect, it } from 'vitest';
import { isAllowedAddress } from '../../partners/addresses.ts';
import { isAddressCode } from '../../partners/partners.ts';
import { isNamedSender, isSender } from '../../partners/senders.ts';

describe('allowed addresses', () => {
  it.each([
    ['192.0.2.7', ['192.0.2.0/24'], true],
    ['::ffff:192.0.2.7', ['192.0.2.0/24'], true],
    ['192.0.3.7', ['192.0.2.0/24'], false],
    ['192.0.3.7', ['192.0.2.0/24', '192.0.3.7/32'], true],
    ['2001:db8::1', ['2001:db8::/32'], true],
    ['2001:db8::1', ['192.0.2.0/24'], false],
    ['192.0.2.7', [], true],
    ['', ['192.0.2.0/24'], false],
    ['nonsense', ['0.0.0.0/0'], false],
  ] as const)('%s in %j: %s', (address, ranges, allowed) => {
    expect(isAllowedAddress(address, ranges)).toBe(allowed);
  });
});

describe('senders', () => {
  const agreement = { senders: [{ scheme: 'SE:ORGNR', id: '556000-1111' }] };

  it('are the same in every spelling of the scheme and the number', () => {
    expect(isSender(agreement, [{ scheme: '0007', id: '5560001111' }])).toBe(true);
    expect(
      isSender(agreement, [
        { scheme: 'GLN', id: '1' },
        { scheme: 'SE:ORGNR', id: '5560001111' },
      ]),
    ).toBe(true);
  });

  it('are not others, nor the same number of another scheme, nor nobody', () => {
    expect(isSender(agreement, [{ scheme: '0007', id: '5560001112' }])).toBe(false);
    expect(isSender(agreement, [{ scheme: '0088', id: '5560001111' }])).toBe(false);
    expect(isSender(agreement, [])).toBe(false);
  });

  it('are not checked when the agreement names none, but then none is named either', () => {
    expect(isSender({ senders: [] }, [])).toBe(true);
    expect(isNamedSender({ senders: [] }, [{ scheme: '0007', id: '1' }])).toBe(false);
  });
});

describe('address codes', () => {
  it.each(['lindstroms', 'a', '1', 'a'.repeat(63)])('%s may be one', (code) => expect(isAddressCode(code)).toBe(true));
  it.each(['', 'hub', '-a', 'a-', 'A', 'å', 'a/b', 'a b', 'a'.repeat(64), '..'])('%j may not', (code) =>
    expect(isAddressCode(code)).toBe(false),
  );
});
