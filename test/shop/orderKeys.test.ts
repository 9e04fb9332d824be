import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { orderKeys } from '../../shop/orderKeys.ts';
import { ORDER_XML, readOrder } from '../formats/ubl/kit.ts';

const data = (file: string): Buffer => readFileSync(join(import.meta.dirname, '../formats/ubl/data', file));

describe('what an order is searched by', () => {
  it('is found in the elements that 28A has for it', () => {
    expect(orderKeys(readOrder(ORDER_XML).header)).toMatchObject({
      externalNumber: '4500012345',
      buyersReference: 'REF-220',
      requisition: 'REQ-9',
      costCentre: '4010-220',
      project: null,
      goodsMark: null,
      deliveryPlace: '7300000000048, Exempelskolan, Skolgatan 2, 11123, Exempelstad',
      amount: '1187.50000000',
    });
  });

  it('is found in those of Order 3, too: reference, project, goods mark', () => {
    expect(orderKeys(readOrder(data('order3.xml')).header)).toMatchObject({
      externalNumber: 'IK-2026-4711',
      buyersReference: 'REF-Åsa-17',
      requisition: 'REKV-91',
      project: 'PROJ-Ängen',
      goodsMark: 'Märk: köket, Bo Berg',
      deliveryPlace: '7300000001445, Förskolan Ängen, köket, Ängsvägen 3, 123 47, Exempelköping',
    });
  });

  it('is found in those of SveOrder 2.0: the requisition is its reference, a house has a number of its own', () => {
    expect(orderKeys(readOrder(data('sveorder.xml')).header)).toMatchObject({
      externalNumber: 'ÅK-2014-0311',
      requisition: 'Göran Åkesson',
      costCentre: 'Kst 3310',
      deliveryPlace: '7300000001445, Björkskolan, slöjden, Skolgränd 2, 18401, Åkersby',
    });
  });
});
