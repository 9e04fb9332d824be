import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCredential, sameName } from '../../../formats/cxml/credentials.ts';
import { parseCxml } from '../../../formats/cxml/envelope.parse.ts';
import { statusOf } from '../../../formats/cxml/problem.ts';
import { XmlError } from '../../../formats/xml/error.ts';
import { utf8, xmlError } from '../kit.ts';
import { read, setupRequest } from './kit.ts';

const ENVELOPE = setupRequest('<BuyerCookie>x</BuyerCookie>');

describe('the envelope', () => {
  it('says what a document is, who sent it and for whom', () => {
    const whole = read(ENVELOPE);
    const { content, header } = whole;
    expect(content?.name).toBe('PunchOutSetupRequest');
    expect(whole.source(content!)).toBeUndefined();
    const { name, kind, version, payloadId, timestamp, language, deploymentMode } = whole;
    const document = { name, kind, version, payloadId, timestamp, language, deploymentMode };
    expect(document).toEqual({
      kind: 'request',
      name: 'PunchOutSetupRequest',
      version: '1.2.014',
      payloadId: '1764097200.42@inkop.example',
      timestamp: '2026-11-25T19:59:58+01:00',
      language: 'sv-SE',
      deploymentMode: 'test',
    });
    expect(header).toMatchObject({
      from: [
        { domain: 'NetworkID', identity: 'AN01000000042-T' },
        { domain: 'GLN', identity: '7350000000042' },
      ],
      to: [{ domain: 'DUNS', identity: '350000001' }],
      sender: [{ domain: 'NetworkId', identity: 'Hubben', type: 'marketplace', proof: 'SharedSecret' }],
      userAgent: 'Inköp 7.2',
    });
  });

  it('keeps the secret from everybody who does not ask for it', () => {
    const { header } = read(ENVELOPE);
    expect(header!.sender[0]!.sharedSecret!.reveal()).toBe('hemligt å');
    expect(JSON.stringify(header) + inspect(header, { depth: 9, showHidden: true })).not.toContain('hemligt');
    expect(String(header!.sender[0]!.sharedSecret)).toBe('[secret]');
  });

  it.each(['DigitalSignature', 'CredentialMac'])('tells that a credential proves itself by %s', (proof) => {
    const document = read(
      ENVELOPE.replace('<SharedSecret>hemligt å</SharedSecret>', `<${proof} type="x">QUJD</${proof}>`),
    );
    expect(document.header!.sender[0]).toMatchObject({ proof });
    expect(document.header!.sender[0]).not.toHaveProperty('sharedSecret');
  });

  it.each([
    ['a root in small letters', (xml: string) => xml.replaceAll('cXML ', 'cxml ').replace('</cXML>', '</cxml>')],
    ['no DOCTYPE', (xml: string) => xml.replace(/<!DOCTYPE.*>\n/, '')],
    ['a DOCTYPE of another host', (xml: string) => xml.replace('xml.cxml.org', 'dtd.inkop.example')],
    ['an unknown attribute', (xml: string) => xml.replace('<Request ', '<Request spool="1" ')],
  ])('%s does not matter', (_what, change) => {
    const xml = change(ENVELOPE);
    expect(xml).not.toBe(ENVELOPE);
    expect(read(xml)).toMatchObject({ kind: 'request', name: 'PunchOutSetupRequest' });
  });

  it('what is missing is absent, and defaults of the DTD are filled in', () => {
    const { kind, name, header, timestamp, payloadId, deploymentMode } = read('<cXML><Message/></cXML>');
    expect({ kind, name, header, timestamp, payloadId, deploymentMode }).toEqual({
      kind: 'message',
      name: 'Message',
      deploymentMode: 'production',
      ...{ header: undefined, timestamp: undefined, payloadId: undefined },
    });
    expect(read('<cXML version="1.1.007"><Response/></cXML>').version).toBe('1.1.007');
    const bare = read('<cXML><Header><Sender/></Header><Request><ProfileRequest/></Request></cXML>');
    expect(bare.header).toEqual({ from: [], to: [], sender: [] });
    expect(bare.name).toBe('ProfileRequest');
  });

  it.each(['<html><body/></html>', '<cXML/>', '<cXML><toString/></cXML>', '<Index><SupplierID/></Index>'])(
    '%s is no request, message or response',
    (xml) => expect(read(xml).kind).toBe('other'),
  );

  it('a status is read from responses and messages', () => {
    const response = read('<cXML><Response><Status code="280" text="OK"> Vidare </Status></Response></cXML>');
    expect(response).toMatchObject({ name: 'Response', status: { code: 280, text: 'OK', message: 'Vidare' } });
    expect(response).not.toHaveProperty('content');
    const message = read(
      '<cXML><Message inReplyTo="a@b"><Status code="204" text="x"/><PunchOutOrderMessage/></Message></cXML>',
    );
    expect(message).toMatchObject({ name: 'PunchOutOrderMessage', inReplyTo: 'a@b', status: { code: 204 } });
    expect(read('<cXML><Response><Status code="fel" text="x"/></Response></cXML>').status?.code).toBe(500);
  });

  it('an encoding other than UTF-8 is the one of the charset parameter or the declaration', () => {
    const latin1 = Uint8Array.from(ENVELOPE.replace('UTF-8', 'ISO-8859-1'), (c) => c.charCodeAt(0));
    expect(parseCxml(latin1).header!.userAgent).toBe('Inköp 7.2');
    const undeclared = Uint8Array.from(ENVELOPE.replace(' encoding="UTF-8"', ''), (c) => c.charCodeAt(0));
    expect(parseCxml(undeclared, { charset: 'iso-8859-1' }).header!.userAgent).toBe('Inköp 7.2');
    expect(parseCxml(utf8(ENVELOPE.replace('UTF-8', 'US-ASCII'))).header!.userAgent).toBe('Inköp 7.2');
  });
});

describe('a document that cannot be read', () => {
  it.each([
    ['a general entity', '<!DOCTYPE cXML [<!ENTITY x "aaa"><!ENTITY y "&x;&x;">]><cXML/>', 'malformed', 406],
    [
      'a general entity from elsewhere',
      '<!DOCTYPE cXML [<!ENTITY x SYSTEM "file:///etc/passwd">]><cXML/>',
      'malformed',
      406,
    ],
    ['an entity that nobody declared', '<!DOCTYPE cXML SYSTEM "x"><cXML>&nbsp;</cXML>', 'malformed', 406],
    ['an ampersand that is none', '<cXML payloadID="a&&b"/>', 'malformed', 406],
    ['no XML', 'cxml-base64=PD94', 'malformed', 406],
    ['an encoding that is not read', '<?xml version="1.0" encoding="EBCDIC"?><cXML/>', 'encoding', 406],
    ['too much', `<cXML>${' '.repeat(600)}</cXML>`, 'tooLarge', 499],
  ])('%s is refused', (_what, xml, kind, code) => {
    const error = xmlError(() => parseCxml(utf8(xml), { limits: { bytes: 500 } }));
    expect(error.kind).toBe(kind);
    expect(statusOf(error)).toBe(code);
  });

  it('nothing but an XmlError comes out, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(ENVELOPE.length), (noise, at) => {
        const whole = utf8(ENVELOPE);
        const bytes = new Uint8Array([...whole.subarray(0, at), ...noise, ...whole.subarray(at)]);
        try {
          parseCxml(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(XmlError);
        }
      }),
    );
  });
});

describe('names of parties', () => {
  const buyer = { domain: 'NetworkID', identity: 'an01000000042-T' };

  it('are compared without case and without white space around them', () => {
    expect(sameName(buyer, { domain: 'networkId', identity: ' AN01000000042-t ' })).toBe(true);
    expect(sameName(buyer, { domain: 'DUNS', identity: 'AN01000000042-T' })).toBe(false);
    expect(sameName(buyer, { domain: 'NetworkID', identity: 'AN01000000042' })).toBe(false);
  });

  it('any of several is enough, but never an empty one', () => {
    const hub = { domain: 'DUNS', identity: '1', type: 'marketplace' };
    expect(findCredential([hub, buyer], [{ ...buyer, domain: 'NETWORKID' }])).toBe(buyer);
    expect(findCredential([hub], [buyer])).toBeUndefined();
    expect(findCredential([{ domain: '', identity: '' }], [{ domain: '', identity: '' }])).toBeUndefined();
  });
});
