import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profiles } from '../../../formats/ubl/profiles.ts';
import { isPunchOutLogin, parsePunchOutLogin, punchOutReturnForm } from '../../../formats/ubl/punchOutLogin.ts';

const names = { user: 'username', password: 'password', buyer: 'buyer_id' };
const SPECIFICATION = profiles['peppol-3-cart'].customizations[0];

describe('the login form of Peppol Punch Out', () => {
  it('is told from other forms by return_object_spec_id', () => {
    expect(isPunchOutLogin([['Return_Object_Spec_Id', 'x']])).toBe(true);
    expect(isPunchOutLogin([['HOOK_URL', 'https://kund.example']])).toBe(false);
  });

  it('is read without regard to case; the first of a repeated name counts; the specification is trimmed', () => {
    const login = parsePunchOutLogin(
      [
        ['USERNAME', 'kommunen'],
        ['password', 'hemlig'],
        ['password', 'annan'],
        ['buyer_id', 'K1001'],
        ['return_object_spec_id', `\n      ${SPECIFICATION}`],
        ['post_url', 'https://kund.example/post?ticket=7 '],
        ['sok', 'pärm'],
      ],
      { ...names, search: 'SOK' },
    );
    expect(login).toEqual({
      credentials: { user: 'kommunen', password: 'hemlig' },
      customer: 'K1001',
      specificationId: SPECIFICATION,
      document: 'peppol-3-cart',
      postUrl: 'https://kund.example/post?ticket=7 ',
      user: {},
      entry: { kind: 'search', value: 'pärm' },
    });
  });

  it('names no cart where the specification is another', () => {
    expect(parsePunchOutLogin([['return_object_spec_id', `${SPECIFICATION}#x`]], names).document).toBeUndefined();
  });

  it('never fails, whatever is sent', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (parameters) => {
        parsePunchOutLogin(parameters, names);
      }),
    );
  });
});

it('the return form carries the cart and the id that was asked for to the address as it was given', () => {
  const action = 'https://kund.example/post?ticket=7&x=å';
  expect(punchOutReturnForm('PENhdGFsb2d1ZS8+', { action, target: '_top', document: 'peppol-3-cart' })).toEqual({
    ...{ action, target: '_top', method: 'post', charset: 'utf-8' },
    fields: [
      ['return_object_spec_id', SPECIFICATION],
      ['return_object_mime', 'application/xml'],
      ['return_object_encoding', 'UTF-8'],
      ['return_object_base64', 'PENhdGFsb2d1ZS8+'],
    ],
  });
});
