import { describe, expect, test } from 'vitest';
import { Delivery } from '../../workflows/delivery.ts';

describe('a series of attempts that failed', () => {
  test('ends the delivery with its reason', () => {
    for (const outcome of ['gaveUp', 'refusedByReceiver'] as const) {
      const delivery = new Delivery();
      delivery.failed(outcome);
      expect(delivery.outcome).toBe(outcome);
    }
  });

  test('is followed by another when a person asked for it', () => {
    const delivery = new Delivery();
    delivery.retryNow();
    expect(delivery.isInterrupted).toBe(true);
    delivery.failed('gaveUp');
    expect(delivery.outcome).toBeUndefined();
    delivery.begin();
    expect(delivery.isInterrupted).toBe(false);
    delivery.delivered();
    expect(delivery.outcome).toBe('delivered');
  });

  test('ends it as cancelled when a person cancelled, even after asking for another', () => {
    const delivery = new Delivery();
    delivery.retryNow();
    delivery.cancel('Anna');
    delivery.cancel('Bo');
    expect(delivery.stage).toBe('being cancelled');
    delivery.failed('gaveUp');
    expect([delivery.outcome, delivery.cancelledBy, delivery.stage]).toEqual(['cancelled', 'Anna', 'cancelled']);
  });
});

test('an attempt that arrived while it was being cancelled is a delivery', () => {
  const delivery = new Delivery();
  delivery.cancel('Anna');
  delivery.delivered();
  expect(delivery.outcome).toBe('delivered');
});
