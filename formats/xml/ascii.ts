/** A CDATA section, where references mean nothing, or a character beyond ASCII. */
const PIECE = /<!\[CDATA\[([\s\S]*?)\]\]>|[\u{80}-\u{10FFFF}]/gu;
const BEYOND = /[\u{80}-\u{10FFFF}]+/gu;

/**
 * The same document in ASCII: every other character as a numeric reference, between two CDATA sections where it stood in one. For
 * receivers that do not care which encoding the document declares. Names of elements and attributes must be ASCII, as all of ours are.
 */
export function asciiXml(xml: string): string {
  return xml.replace(PIECE, (piece, cdata: string | undefined) =>
    cdata === undefined
      ? references(piece)
      : `<![CDATA[${cdata.replace(BEYOND, (run) => `]]>${references(run)}<![CDATA[`)}]]>`,
  );
}

function references(text: string): string {
  return Array.from(text, (character) => `&#${character.codePointAt(0)!};`).join('');
}
