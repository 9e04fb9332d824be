import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extrinsic, parsePunchOutSetupRequest } from '../../../formats/cxml/punchOutSetupRequest.parse.ts';
import { utf8 } from '../kit.ts';
import { problem, read, setupRequest } from './kit.ts';
import { parseCxml } from '../../../formats/cxml/envelope.parse.ts';

const COOKIE = '<BuyerCookie>k</BuyerCookie>';
const setup = (body: string, operation = 'create'): ReturnType<typeof parsePunchOutSetupRequest> =>
  parsePunchOutSetupRequest(read(setupRequest(body, { operation })));

const ITEM = `<ItemOut quantity="2.50" lineNumber="7" requisitionID="r">
  <ItemID><SupplierPartID>PAP-80</SupplierPartID><SupplierPartAuxiliaryID>k7.l1</SupplierPartAuxiliaryID>
    <BuyerPartID>K-1</BuyerPartID><IdReference domain="EAN-13" identifier="7310865004703"/></ItemID>
  <ItemDetail>
    <UnitPrice><Money currency="SEK">3849.5</Money></UnitPrice>
    <Description xml:lang="sv"><ShortName>Papper</ShortName> Vitt &amp; ohålat
      <Extra/> i bunt </Description>
    <UnitOfMeasure>RM</UnitOfMeasure>
    <PriceBasisQuantity quantity="100" conversionFactor="1"><UnitOfMeasure>RM</UnitOfMeasure></PriceBasisQuantity>
    <Classification domain="UNSPSC">14111507</Classification>
    <ManufacturerPartID>ÅP</ManufacturerPartID><ManufacturerName>Åmål</ManufacturerName>
    <URL>https://butik.example/?a=1&amp;b=2</URL><LeadTime>2</LeadTime>
    <Extrinsic name="Färg">vit</Extrinsic>
  </ItemDetail>
  <SupplierID domain="DUNS">350000001</SupplierID>
  <Comments>Lastkajen</Comments>
  <Extrinsic name="Konto"><a>47</a><b>11</b></Extrinsic>
</ItemOut>`;

describe('a setup request', () => {
  it('is read whatever the order of its parts', () => {
    const request = setup(`
      <ShipTo><Address addressID="lager 7" addressIDDomain="buyerLocationID" isoCountryCode="SE">
        <Name xml:lang="sv">Höörs lager</Name>
        <PostalAddress><Street>Storgatan 1</Street><Street>Port B</Street><Street>2 tr</Street><City>Höör</City>
          <PostalCode>243 30</PostalCode><Country isoCountryCode="SE">Sverige</Country></PostalAddress>
      </Address></ShipTo>
      <SelectedItem><ItemID><SupplierPartID>PAP-80</SupplierPartID></ItemID></SelectedItem>
      <Contact role="endUser"><Name xml:lang="sv">Åsa Öberg</Name><Email>asa@inkop.example</Email></Contact>
      <BrowserFormPost><URL> https://inkop.example/retur?id=1&amp;x=%C3%A5 </URL></BrowserFormPost>
      <Extrinsic name="UniqueName">aob</Extrinsic><Extrinsic name="CostCenter">  </Extrinsic>${COOKIE}`);
    expect(request).toEqual({
      operation: 'create',
      buyerCookie: 'k',
      browserFormPost: 'https://inkop.example/retur?id=1&x=%C3%A5',
      extrinsics: [
        { name: 'UniqueName', text: 'aob', source: 'aob' },
        { name: 'CostCenter', text: '', source: '  ' },
      ],
      contacts: [{ role: 'endUser', name: 'Åsa Öberg', email: 'asa@inkop.example' }],
      shipTo: {
        addressId: 'lager 7',
        addressIdDomain: 'buyerLocationID',
        name: 'Höörs lager',
        address: {
          streetName: 'Storgatan 1',
          additionalStreetName: 'Port B, 2 tr',
          cityName: 'Höör',
          postalZone: '243 30',
          country: 'SE',
        },
      },
      selectedItem: { supplierPartId: 'PAP-80', references: [] },
      items: [],
    });
    expect(extrinsic(request, 'costcenter', 'uniquename')).toBe('aob');
    expect(extrinsic(request, 'User')).toBeUndefined();
  });

  it('brings the earlier cart for an edit', () => {
    const { operation, items } = setup(COOKIE + ITEM + ITEM.replace('2.50', '1'), 'Edit');
    expect(operation).toBe('edit');
    expect(items.map(({ quantity, position }) => [position, quantity])).toEqual([
      [1, '2.50'],
      [2, '1'],
    ]);
    expect(items[0]).toMatchObject({
      itemId: {
        supplierPartId: 'PAP-80',
        supplierPartAuxiliaryId: 'k7.l1',
        buyerPartId: 'K-1',
        references: [{ domain: 'EAN-13', identifier: '7310865004703' }],
      },
      lineNumber: '7',
      unitPrice: { amount: '3849.5', currency: 'SEK' },
      priceBasis: { quantity: '100', conversionFactor: '1', unit: 'RM' },
      shortName: 'Papper',
      description: expect.stringMatching(/^Vitt & ohålat\s+i bunt$/),
      language: 'sv',
      unitOfMeasure: 'RM',
      classifications: [{ domain: 'UNSPSC', code: '14111507' }],
      manufacturerPartId: 'ÅP',
      manufacturerName: 'Åmål',
      url: 'https://butik.example/?a=1&b=2',
      leadTime: '2',
      supplierId: { domain: 'DUNS', id: '350000001' },
      comments: 'Lastkajen',
      extrinsics: [
        { name: 'Färg', text: 'vit' },
        { name: 'Konto', text: '47 11', source: '<a>47</a><b>11</b>' },
      ],
    });
  });

  it('a number that is none is left out, since our own price counts', () => {
    const [item] = setup(COOKIE + ITEM.replace('3849.5', '3 849,50'), 'inspect').items;
    expect(item).not.toHaveProperty('unitPrice');
  });

  it('a selected item without a part id is passed over', () => {
    expect(setup(`${COOKIE}<SelectedItem><ItemID/></SelectedItem>`)).not.toHaveProperty('selectedItem');
  });
});

describe('the buyer cookie', () => {
  it.each([
    'a&amp;b &#229; &lt;c&gt;',
    ' \r\n\t blank \r',
    '<sess xmlns:k="urn:k" k:id="1"><k:a/><![CDATA[</BuyerCookie>]]><!-- å --></sess>',
    '<BuyerCookie>inner</BuyerCookie>',
    '😀',
    '',
  ])('%j is kept byte for byte', (cookie) => {
    expect(setup(`<BuyerCookie>${cookie}</BuyerCookie >`).buyerCookie).toBe(cookie);
  });

  it('is empty where it is missing or empty', () => {
    expect(setup('').buyerCookie).toBe('');
    expect(setup('<BuyerCookie/>').buyerCookie).toBe('');
  });

  it('is kept however long the document is', () => {
    fc.assert(
      fc.property(fc.nat(70_000), fc.string({ maxLength: 50, unit: 'binary' }), (before, noise) => {
        const cookie = `å<a>${noise.replace(/[^\P{Cc}\r\n\t]|[<&\]\p{Cs}\uFFFE\uFFFF]/gu, '')}</a>`;
        const xml = setupRequest(`<!--${'x'.repeat(before)}--><BuyerCookie>${cookie}</BuyerCookie>`);
        expect(parsePunchOutSetupRequest(parseCxml(utf8(xml))).buyerCookie).toBe(cookie);
      }),
      { numRuns: 50 },
    );
  });

  it('of an unreasonable length is refused', () => {
    expect(problem(() => setup(`<BuyerCookie>${'x'.repeat(10_001)}</BuyerCookie>`))).toMatchObject({
      code: 400,
      element: 'BuyerCookie',
      found: '10001 characters',
    });
  });
});

describe('what cannot be a call', () => {
  it.each([
    ['an unknown operation', setupRequest(COOKIE, { operation: 'buy' }), 400, 'PunchOutSetupRequest/@operation', 'buy'],
    [
      'no operation',
      setupRequest(COOKIE).replace(' operation="create"', ''),
      400,
      'PunchOutSetupRequest/@operation',
      undefined,
    ],
    [
      'an item without quantity',
      setupRequest(ITEM.replace('quantity="2.50"', '')),
      400,
      'ItemOut/@quantity',
      undefined,
    ],
    ['a quantity that is none', setupRequest(ITEM.replace('2.50', '2,5')), 400, 'ItemOut/@quantity', '2,5'],
    [
      'an item without part id',
      setupRequest(ITEM.replaceAll('SupplierPartID', 'Part')),
      400,
      'ItemOut/ItemID/SupplierPartID',
      undefined,
    ],
    [
      'another request',
      setupRequest('').replaceAll('PunchOutSetupRequest', 'OrderRequest'),
      450,
      'OrderRequest',
      undefined,
    ],
    ['a page', '<html/>', 450, 'html', undefined],
  ])('%s: the Status says so', (_what, xml, code, element, found) => {
    expect(problem(() => parsePunchOutSetupRequest(read(xml)))).toMatchObject({ code, element, found });
  });
});

it('what is told of a document is bounded', () => {
  const { element, message } = problem(() => parsePunchOutSetupRequest(read(`<${'å'.repeat(5000)}/>`)));
  expect(element!.length).toBeLessThanOrEqual(200);
  expect(message.length).toBeLessThan(300);
});
