import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OciCall, OciCallOptions, OciHtmlCall } from '../../../formats/oci/call.ts';
import { parseOciCall } from '../../../formats/oci/call.parse.ts';
import { decodeParameters, type Parameter } from '../../../formats/oci/parameters.ts';
import { settings, utf8 } from './kit.ts';

const HOOK = 'HOOK_URL=https%3A%2F%2Fsrm.kund.example%2Fhook%3Fsid%3D42%26x%3D%C3%A5';

function read(query: string, options: Partial<OciCallOptions> = {}, inQuery: readonly Parameter[] = []): OciCall {
  return parseOciCall(decodeParameters(utf8(query)), { ...settings(), ...options }, inQuery);
}

function call(query: string, options: Partial<OciCallOptions> = {}): OciHtmlCall {
  const read1 = read(query, options);
  if (read1.kind !== 'html') throw new Error('not in the HTML variant');
  return read1;
}

const ids = ({ problems }: OciCall): string[] => problems.map(({ id, severity }) => `${id} ${severity}`);

describe('a call', () => {
  it('is read whole', () => {
    const parameters =
      `USERNAME=asa&PASSWORD=hemligt&${HOOK}&~OkCode=ADDI&~TARGET=ram&~CALLER=CTLG&OCI_VERSION=4.0&OPI_VERSION=1.0` +
      '&returntarget=_parent&http_content_charset=UTF-8&ACCOUNT_CODE=4711&LANGU=V&UID=asa.li&ART=SKR-320&KUND=10042&AVBRYT=https%3A%2F%2Fa.example';
    const names = { ...settings().parameters, userId: 'uid', product: 'art', customer: 'Kund', language: 'langu' };
    expect(call(parameters, { parameters: names, cancelParameter: 'avbryt' })).toEqual({
      kind: 'html',
      credentials: { user: 'asa', password: 'hemligt' },
      hookUrl: 'https://srm.kund.example/hook?sid=42&x=å',
      target: '_parent',
      controls: [
        ['~OkCode', 'ADDI'],
        ['~TARGET', 'ram'],
        ['~CALLER', 'CTLG'],
      ],
      charset: 'utf-8',
      versions: { oci: '4.0', opi: '1.0' },
      entry: { kind: 'product', value: 'SKR-320' },
      user: { id: 'asa.li' },
      customer: '10042',
      language: 'sv',
      cancelUrl: 'https://a.example',
      parameters: { ACCOUNT_CODE: '4711' },
      problems: [],
    });
  });

  it('is read whatever the case of its names and however the agreement calls them', () => {
    const parameters = { ...settings().parameters, user: 'NAME', password: 'pw', hook: 'tillbaka' };
    const read1 = call('name=x&PW=y&Tillbaka=https%3A%2F%2Fa.example&function=sourcing&searchstring=+skruv+', {
      parameters,
    });
    expect(read1).toMatchObject({
      credentials: { user: 'x', password: 'y' },
      hookUrl: 'https://a.example',
      function: 'SOURCING',
      searchString: 'skruv',
      target: '_top',
      parameters: {},
    });
  });

  it('keeps other parameters for the mapping, but nothing secret', () => {
    const kept = 'KST=77&sap-client=100&PASSAGE=x&__proto__=y';
    const secret = 'PW=a&api_key=b&TOKEN=c&passwd=d&X-AUTH=e&LOSENORD=f&client_secret=g&kund=h';
    const { parameters } = call(`${HOOK}&USERNAME=u&PASSWORD=p&${kept}&${secret}`, {
      fixedParameters: { KUND: 'h' },
    });
    expect(Object.entries(parameters)).toEqual([
      ['KST', '77'],
      ['SAP-CLIENT', '100'],
      ['PASSAGE', 'x'],
      ['__PROTO__', 'y'],
    ]);
  });

  it('counts the first of a repeated parameter', () => {
    expect(call('HOOK_URL=https%3A%2F%2Fa.example&hook_url=https%3A%2F%2Fb.example')).toMatchObject({
      hookUrl: 'https://a.example',
    });
  });

  it('has the frame of returntarget, then of ~TARGET, else the top', () => {
    expect(call(`${HOOK}&~target=ram`).target).toBe('ram');
    const odd = call(`${HOOK}&~target=ram&returntarget=%22%3E%3Cscript%3E`);
    expect(odd.target).toBe('ram');
    expect(ids(odd)).toEqual(['OCI-CALL-TARGET warning']);
  });

  it.each([
    ['V', 'sv'],
    ['E', 'en'],
    ['sv-SE', 'sv'],
    ['EN', 'en'],
    ['swe', undefined],
    ['', undefined],
  ])('has the language %s', (sent, language) => {
    const parameters = { ...settings().parameters, language: 'sap-language' };
    expect(call(`${HOOK}&sap-language=${sent}`, { parameters }).language).toBe(language);
  });

  it.each(['~xmlDocument=PD94', '~xml_type=ESAPO-3.5', '~XML_TYPE=x', 'xmltype=y'])(
    'of the XML variant is told apart: %s',
    (parameter) => {
      const read1 = read(`${HOOK}&${parameter}`);
      expect(read1.kind).toBe('xml');
      expect(ids(read1)).toEqual(['OCI-CALL-XML fatal']);
    },
  );
});

describe('the function of a call', () => {
  it('comes with its arguments', () => {
    expect(call(`${HOOK}&FUNCTION=VALIDATE&PRODUCTID=prod_1&QUANTITY=0002,50`)).toMatchObject({
      function: 'VALIDATE',
      productId: 'prod_1',
      quantity: '2.5',
      problems: [],
    });
    expect(call(`${HOOK}&FUNCTION=BACKGROUND_SEARCH&SEARCHSTRING=skru*&VENDOR=0000104711`)).toMatchObject({
      function: 'BACKGROUND_SEARCH',
      searchString: 'skru*',
      vendor: '0000104711',
      problems: [],
    });
  });

  it.each([
    ['FUNCTION=ADDTOCART', ['OCI-CALL-FUNCTION-UNKNOWN info']],
    ['FUNCTION=DOWNLOADJSON', ['OCI-CALL-FUNCTION-CLOSED fatal']],
    ['FUNCTION=QUANTITYCHECK&PRODUCTID=1', ['OCI-CALL-FUNCTION-CLOSED fatal']],
    ['FUNCTION=DETAIL', ['OCI-CALL-PRODUCTID fatal']],
    ['FUNCTION=VALIDATE&PRODUCTID=1&QUANTITY=x', ['OCI-CALL-QUANTITY fatal']],
    ['FUNCTION=VALIDATE&PRODUCTID=1&QUANTITY=0', ['OCI-CALL-QUANTITY fatal']],
    ['FUNCTION=VALIDATE&PRODUCTID=1&QUANTITY=-1', ['OCI-CALL-QUANTITY fatal']],
    ['FUNCTION=BACKGROUND_SEARCH', ['OCI-CALL-SEARCHSTRING fatal']],
    ['FUNCTION=SOURCING', []],
  ])('%s', (query, expected) => {
    expect(ids(call(`${HOOK}&${query}`))).toEqual(expected);
  });

  it('that is unknown is a session', () => {
    expect(call(`${HOOK}&FUNCTION=ADDTOCART`).function).toBeUndefined();
  });
});

describe('the return address of a call', () => {
  const stored = { returnUrl: 'https://srm.kund.example/cart' };

  it.each([
    ['', {}, ['OCI-CALL-HOOK-MISSING fatal']],
    ['', stored, []],
    ['FUNCTION=SOURCING&SEARCHSTRING=x', stored, []],
    ['FUNCTION=DETAIL&PRODUCTID=1', {}, []],
    ['FUNCTION=VALIDATE&PRODUCTID=1', stored, ['OCI-CALL-HOOK-MISSING fatal']],
    ['FUNCTION=VALIDATE&PRODUCTID=1', { ...stored, validateWithoutHook: true }, []],
    ['FUNCTION=VALIDATE&PRODUCTID=1', { validateWithoutHook: true }, ['OCI-CALL-HOOK-MISSING fatal']],
    ['FUNCTION=BACKGROUND_SEARCH&SEARCHSTRING=x', stored, ['OCI-CALL-HOOK-MISSING fatal']],
    ['HOOK_URL=SAPEVENT%3APOST', {}, ['OCI-CALL-SAPEVENT fatal']],
    ['HOOK_URL=SAPEVENT%3APOST', { sapEvent: true }, []],
    ['HOOK_URL=SAPEVENT%3AGET', { sapEvent: true }, ['OCI-CALL-HOOK-ADDRESS fatal']],
    ['HOOK_URL=javascript%3Aalert(1)', {}, ['OCI-CALL-HOOK-ADDRESS fatal']],
    ['HOOK_URL=%2Fhook', {}, ['OCI-CALL-HOOK-ADDRESS fatal']],
    ['HOOK_URL=http%3A%2F%2Fsrm.kund.example%2F', {}, ['OCI-CALL-HOOK-HTTP warning']],
  ])('%s %o', (query, options, expected) => {
    expect(ids(call(query, options))).toEqual(expected);
  });

  it('is not touched', () => {
    const hook = 'https://srm.kund.example/hook?a=1;b=%E5&c=+%2B#x';
    expect(call(`HOOK_URL=${encodeURIComponent(hook)}`).hookUrl).toBe(hook);
  });
});

describe('other problems of a call', () => {
  it.each([
    [`${HOOK}&http_content_charset=utf-16`, {}, ['OCI-CALL-CHARSET warning']],
    [HOOK, { fixedParameters: { KUND: '4711' } }, ['OCI-CALL-FIXED fatal']],
    [`${HOOK}&kund=4711`, { fixedParameters: { KUND: '4711' } }, []],
    [`${HOOK}&kund=4711x`, { fixedParameters: { KUND: '4711' } }, ['OCI-CALL-FIXED fatal']],
    [`${HOOK}&x=%00`, {}, ['OCI-CALL-CHARACTERS fatal']],
    [`${HOOK}&x=a%0D%0A%09b`, {}, []],
  ])('%s', (query, options, expected) => {
    expect(ids(call(query, options))).toEqual(expected);
  });

  it('are login data in the address', () => {
    const inQuery = decodeParameters(utf8('username=u&PASSWORD=p&lang=sv'));
    expect(ids(read(`${HOOK}&username=u&PASSWORD=p`, {}, inQuery))).toEqual([
      'OCI-CALL-LOGIN-IN-QUERY warning',
      'OCI-CALL-LOGIN-IN-QUERY warning',
    ]);
  });

  it('never tell the password, and no call makes the reader fail', () => {
    const name = fc.constantFrom('USERNAME', 'FUNCTION', 'QUANTITY', 'returntarget', '~TARGET', 'hook_url', 'x', '');
    const anyCall = fc.array(fc.tuple(name, fc.string({ unit: 'binary' })));
    fc.assert(
      fc.property(anyCall, (parameters) => {
        const options = { ...settings({ fixedParameters: { KUND: 'hemligt-1' } }) };
        const read1 = parseOciCall([...parameters, ['PASSWORD', 'hemligt-2']], options, [['PASSWORD', 'hemligt-2']]);
        const { problems, parameters: kept } = { parameters: {}, ...read1 };
        expect(JSON.stringify([problems, kept])).not.toContain('hemligt');
      }),
    );
  });
});
