import { describe, expect, test } from 'vitest';
import { hashPassword, isOutdatedHash, isPassword, passwordProblem } from '../../accounts/passwords.ts';

describe('a password', () => {
  test.each([
    ['kort', 'short'],
    ['elvateckens', 'short'],
    ['x'.repeat(201), 'long'],
    ['åsa.lindström', 'name'],
    ['Åsa Lindström1', 'name'],
    ['mörtsdnil asÅ', 'name'],
    ['åsalindström', 'name'],
    ['!!!!!!!!!!!!', 'common'],
    ['password1234', 'common'],
    ['Lösenord2026!', 'common'],
    ['qwertyuiop123456', 'common'],
    ['123456789012', 'common'],
    ['aaaaaaaaaaaaaaaa', 'common'],
    ['Sommaren2026!', 'common'],
    ['RoundtripAdmin1', 'common'],
    ['hatten lutar åt väst', undefined],
    ['kR7#vQ2!mZx9', undefined],
  ])('%s: %s', (password, problem) => {
    const name = password.toLowerCase().includes('ström') || password.includes('mörts') ? 'Åsa Lindström' : 'bo';
    const own = password === 'åsa.lindström' ? 'åsa.lindström' : name;
    expect(passwordProblem(password, own)).toBe(problem);
  });

  test('is recognised however the keyboard writes its letters, and by nothing else', async () => {
    const stored = await hashPassword('hatten lutar åt väst');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(isOutdatedHash(stored)).toBe(false);
    expect(isOutdatedHash(stored.replace('t=2', 't=1'))).toBe(true);
    expect(await isPassword(stored, 'hatten lutar åt väst'.normalize('NFD'))).toBe(true);
    expect(await isPassword(stored, 'hatten lutar åt öst')).toBe(false);
    expect(await isPassword(null, 'nobody has this password')).toBe(false);
  });
});
