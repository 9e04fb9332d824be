import { describe, expect, test } from 'vitest';
import { createLogger, redact } from '../../platform/logging.ts';

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  write(createLogger('info', 'test', { write: (line: string) => void (text += line) }));
  return text;
}

describe('the logger hides by itself', () => {
  test.each([
    [{ headers: { authorization: 'Basic dXNlcjpodXNo', Cookie: 'hush' } }],
    [{ partner: { credential: { user: 'x', value: 'hush' } } }],
    [{ newPassword: 'hush', apiKey: 'hush', clientSecret: 'hush', 'x-api-key': 'hush' }],
    [{ list: [{ token: 'hush' }] }],
    [{ url: 'https://user:hush@partner.example/orders' }],
    [{ text: 'sent Authorization: Bearer hushhushhush' }],
    [{ body: '<Order>hush</Order>' }],
    [{ text: '<?xml version="1.0"?><Order>hush</Order>' }],
    [{ bytes: Buffer.from('hush') }],
    [{ error: new Error('could not reach postgres://u:hush@db:5432/x') }],
    [{ error: Object.assign(new Error('insert failed'), { query: 'hush', parameters: ['hush'], detail: 'hush' }) }],
    [{ error: new Error('outer', { cause: new Error('at https://a:hush@b') }) }],
  ])('%j', (entry) => {
    const line = logged((log) => log.info(entry, 'something happened'));
    expect(line).toContain('something happened');
    expect(line).not.toMatch(/hush|dXNlcjpodXNo/);
  });

  test('also in the message, its values, and in children', () => {
    const line = logged((log) => {
      log.warn('calling https://u:hush@b.example');
      log.warn('with %s', 'Bearer hushhushhush');
      log.child({ reference: 'ABCD-EFGH' }).warn({ secret: 'hush' }, 'child');
    });
    expect(line).not.toContain('hush');
    expect(line).toContain('ABCD-EFGH');
  });

  test('what is left is useful', () => {
    const line = logged((log) =>
      log.error({ error: new RangeError('too big'), orderId: 7, at: new Date(0) }, 'failed'),
    );
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      service: 'test',
      message: 'failed',
      orderId: 7,
      at: '1970-01-01T00:00:00.000Z',
      error: { name: 'RangeError', message: 'too big', stack: expect.stringContaining('logging.test.ts') },
    });
  });
});

test('redact bounds what it copies', () => {
  const loop: Record<string, unknown> = { text: 'x'.repeat(5_000) };
  loop['again'] = loop;
  const copy = JSON.stringify(redact(loop));
  expect(copy.length).toBeLessThan(10_000);
  expect(copy).toContain('[deeper]');
  expect(redact(12n)).toBe('12');
});
