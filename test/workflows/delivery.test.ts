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

describe('a delivery that is held', () => {
  test('goes on when somebody asks for it, also while that was being found out', () => {
    const delivery = new Delivery();
    delivery.retryNow();
    delivery.hold();
    expect([delivery.isHeld, delivery.isInterrupted]).toEqual([true, true]);
    delivery.begin();
    expect([delivery.isHeld, delivery.isInterrupted, delivery.stage]).toEqual([false, false, 'sending']);
  });

  test('ends as cancelled, before and after', () => {
    const [before, after] = [new Delivery(), new Delivery()];
    before.cancel('Anna');
    before.hold();
    after.hold();
    expect(after.stage).toBe('waiting for deliveries to the partner to be opened');
    after.cancel('Bo');
    expect([before.outcome, after.outcome, after.cancelledBy]).toEqual(['cancelled', 'cancelled', 'Bo']);
  });
});
