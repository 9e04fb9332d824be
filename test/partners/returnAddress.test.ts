import { describe, expect, it } from 'vitest';
import { returnAddress } from '../../partners/returnAddress.ts';
import { RoundtripError } from '../../platform/errors.ts';

const rules = { returnHosts: ['srm.example.com', '*.kund.example', 'local.example:8443'], plainHttp: false };

function refusal(address: string | undefined, given: Parameters<typeof returnAddress>[2] = rules): string {
  try {
    returnAddress(address, 'HOOK_URL', given);
    return 'taken';
  } catch (error) {
    if (!(error instanceof RoundtripError)) throw error;
    return error.type;
  }
}

describe('the return address of a call', () => {
  it('is taken exactly as it was given, query and all', () => {
    const hook = 'https://srm.example.com:8443/sap/hook?sid=42&x=%C3%A5';
    expect(returnAddress(hook, 'HOOK_URL', rules)).toBe(hook);
  });

  it.each(['https://srm.example.com/hook', 'https://a.b.kund.example/', 'https://local.example:8443/'])(
    'is taken on an agreed host: %s',
    (address) => expect(refusal(address)).toBe('taken'),
  );

  it.each([
    'https://evil.example/hook',
    'https://srm.example.com.evil.example/',
    'https://kund.example/',
    'https://evilkund.example/',
    'https://local.example/',
    'http://srm.example.com/hook',
  ])('is denied elsewhere: %s', (address) => expect(refusal(address)).toBe('AccessDenied'));

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '/hook',
    'https://user:secret@srm.example.com/',
    'https://srm.example.com/\r\nX: 1',
    'https://srm.example.com/ x',
    'https://srm.example.com\\@evil.example/',
    `https://srm.example.com/${'x'.repeat(5_000)}`,
    'ftp://srm.example.com/',
    undefined,
  ])('is none: %s', (address) => expect(refusal(address)).toBe('RequestInvalid'));

  it('is that of the agreement where the call has none', () => {
    const stored = { ...rules, returnUrl: 'https://intranet.example/cart' };
    expect(returnAddress(undefined, 'HOOK_URL', stored)).toBe('https://intranet.example/cart');
    expect(returnAddress('', 'HOOK_URL', stored)).toBe('https://intranet.example/cart');
  });

  it('may be plain http where that is agreed', () => {
    expect(refusal('http://srm.example.com/hook', { ...rules, plainHttp: true })).toBe('taken');
  });

  it('may be our own simulator, and nothing else of ours, where that is said', () => {
    const own = 'http://localhost:3000/simulator/hook/';
    expect(returnAddress(`${own}abc/1`, 'HOOK_URL', rules, own)).toBe(`${own}abc/1`);
    expect(() => returnAddress('http://localhost:3000/shop/abc', 'HOOK_URL', rules, own)).toThrow('not encrypted');
    expect(() => returnAddress(`${own}abc/1`, 'HOOK_URL', rules)).toThrow('not encrypted');
  });
});
