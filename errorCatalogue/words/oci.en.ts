import type { WordsOf } from '../entry.ts';
import type { OciCode } from '../oci.ts';

/** English: what is said of OCI calls and of the forms that carts are returned in. */
export const englishOci: WordsOf<OciCode> = {
  'OCI-CALL-XML': {
    meaning: 'The call wants the cart as XML, which is not offered.',
    cause: 'The catalogue is set to the XML variant of OCI in the purchasing system.',
    example: '~xmlDocument: The call is in the XML variant, which is not offered. Expected: the HTML variant.',
    remedy: 'Switch the catalogue to the HTML variant.',
  },
  'OCI-CALL-FUNCTION-CLOSED': {
    meaning: 'The call asks for a function that the agreement does not open.',
    cause: 'The purchasing system validates or searches although that is not agreed.',
    example: 'FUNCTION: The function is not open. Found: BACKGROUND_SEARCH. Expected: DETAIL, VALIDATE.',
    remedy: 'Open the function in the agreement, or switch it off in the purchasing system.',
  },
  'OCI-CALL-FUNCTION-UNKNOWN': {
    meaning: 'The function is none of OCI; the call is taken for an ordinary session.',
    cause: 'A misspelled value, or a function of the purchasing system’s own.',
    example: 'FUNCTION: The function is unknown; the call is taken for a session. Found: SEARCH.',
    remedy: 'Correct the parameter FUNCTION in the catalogue’s call structure.',
  },
  'OCI-CALL-SEARCHSTRING': {
    meaning: 'A background search needs words to find.',
    cause: 'SEARCHSTRING is missing or empty.',
    example: 'SEARCHSTRING: BACKGROUND_SEARCH needs it. Expected: words to find.',
    remedy: 'Send SEARCHSTRING.',
  },
  'OCI-CALL-PRODUCTID': {
    meaning: 'DETAIL and VALIDATE need to know which product.',
    cause: 'PRODUCTID is missing: the cart’s EXT_PRODUCT_ID was not kept.',
    example: 'PRODUCTID: VALIDATE needs it. Expected: EXT_PRODUCT_ID of an earlier cart.',
    remedy: 'Keep EXT_PRODUCT_ID of the cart, and send it as PRODUCTID.',
  },
  'OCI-CALL-QUANTITY': {
    meaning: 'The quantity to be validated is none.',
    cause: 'QUANTITY is 0 or no number.',
    example: 'QUANTITY: The quantity is none. Found: 0. Expected: a number above 0 such as 2 or 2.5.',
    remedy: 'Send a number above 0.',
  },
  'OCI-CALL-HOOK-MISSING': {
    meaning: 'The call does not say where the cart is to go.',
    cause: 'HOOK_URL is missing in the catalogue’s call structure, or is called otherwise.',
    example: 'HOOK_URL: A session needs an address to return to. Expected: an absolute https address.',
    remedy: 'Add HOOK_URL to the call structure, or name its parameter or a fixed return address in the agreement.',
  },
  'OCI-CALL-SAPEVENT': {
    meaning: 'The cart is to go back into SAP GUI, which the agreement does not open.',
    cause: 'The catalogue is called from SAP GUI, not from a browser.',
    example: 'HOOK_URL: The return into SAP GUI is not open. Found: SAPEVENT:OCI.',
    remedy: 'Open it in the agreement, or call the catalogue from the browser.',
  },
  'OCI-CALL-HOOK-HTTP': {
    meaning: 'The return address is not encrypted; browsers warn or block.',
    cause: 'HOOK_URL begins with http.',
    example: 'HOOK_URL: The return address is not encrypted; browsers warn or block. Found: http:.',
    remedy: 'Use https in the purchasing system.',
  },
  'OCI-CALL-HOOK-ADDRESS': {
    meaning: 'The return address is no address of a web page.',
    cause: 'HOOK_URL was cut off, or is a path without host.',
    example: 'HOOK_URL: The return address is no address of a web page. Expected: https.',
    remedy: 'Send a whole address with https and host.',
  },
  'OCI-CALL-CHARSET': {
    meaning: 'The call asks for a charset that pages are not written in; the agreed one is used.',
    cause: 'http_content_charset has a rare value.',
    example: 'http_content_charset: Pages are not written in that charset. Found: utf-16.',
    remedy: 'Send utf-8, iso-8859-1 or windows-1252, or leave the parameter out.',
  },
  'OCI-CALL-TARGET': {
    meaning: 'The frame that the cart is to return to has no usable name; it is ignored.',
    cause: 'returntarget or ~TARGET has forbidden characters.',
    example: 'returntarget: That is no name of a frame and is not used. Found: my frame!.',
    remedy: 'Send _top, _parent, _self, _blank or the name of a frame.',
  },
  'OCI-CALL-FIXED': {
    meaning: 'A parameter does not have the value that is agreed.',
    cause: 'A fixed parameter is missing in the call structure, or belongs to another catalogue.',
    example: 'SUPPLIER: The parameter does not have the agreed value.',
    remedy: 'Compare the fixed parameters with the access sheet.',
  },
  'OCI-CALL-CHARACTERS': {
    meaning: 'A parameter has control characters.',
    cause: 'A value was copied with line breaks or invisible characters.',
    example: 'USERNAME: The parameter has control characters.',
    remedy: 'Type the value anew in the call structure.',
  },
  'OCI-CALL-LOGIN-IN-QUERY': {
    meaning: 'User and password stand in the address, where logs and other pages see them.',
    cause: 'The catalogue is called by GET.',
    example: 'PASSWORD: The login stands in the address, where logs and other pages see it. Expected: a POST form.',
    remedy: 'Let the purchasing system call by POST.',
  },
  'OCI-NAME': {
    meaning: 'A name in the form is no field of an item, or not spelled as it must be.',
    cause: 'A mapping to a misspelled field.',
    example: 'NEW_ITEM-DESCR: The name is no field of an item. Expected: NEW_ITEM-FIELD[1].',
    remedy: 'Correct the mapping.',
  },
  'OCI-REPEATED': {
    meaning: 'A field of an item is there twice; the first one counts.',
    cause: 'Two mappings fill the same field.',
    example: 'NEW_ITEM-VENDORMAT[1]: The field is there twice.',
    remedy: 'Remove one of the mappings.',
  },
  'OCI-FIELD-UNKNOWN': {
    meaning: 'The field is none of OCI; most receivers ignore it.',
    cause: 'A mapping fills a field of the purchasing system’s own.',
    example: 'NEW_ITEM-COSTCENTER[1]: The field is none of OCI.',
    remedy: 'Nothing has to be done if the receiver wants it.',
  },
  'OCI-CHARSET': {
    meaning: 'An input has characters that the page cannot be written in.',
    cause: 'The agreement or the call asks for ISO-8859-1, and a text has other characters.',
    example: '~OkCode: The input has characters that the page cannot be written in.',
    remedy: 'Agree on UTF-8.',
  },
  'OCI-INDEX-START': {
    meaning: 'Items are counted from 0 instead of from 1.',
    cause: 'The form was written by another program.',
    example: 'NEW_ITEM: Items begin at 0. Found: 0. Expected: 1, 2, 3 ...',
    remedy: 'Count items from 1.',
  },
  'OCI-INDEX-GAP': {
    meaning: 'A number is missing in the sequence of items.',
    cause: 'The form was written by another program, or fields were lost.',
    example: 'NEW_ITEM: There is a gap before the item. Found: 4. Expected: 1, 2, 3 ...',
    remedy: 'Number the items without gaps.',
  },
  'OCI-PARENT_ID-UNKNOWN': {
    meaning: 'An item belongs to another one that is not in the form.',
    cause: 'The outline was mapped wrongly.',
    example: 'NEW_ITEM-PARENT_ID[3]: The item names no item of the form. Found: 9.',
    remedy: 'Name an item of the form, or leave PARENT_ID out.',
  },
  'OCI-XML': {
    meaning: 'The document of the XML variant is no base64.',
    cause: 'The form was written by another program, or was cut off.',
    example: '~xmlDocument: The document of the XML variant is no base64.',
    remedy: 'Send the document in base64.',
  },
  'OCI-FIELD': {
    meaning: 'A value fits no field of the form, so the cart was kept back.',
    cause: 'A value is longer or has more digits than OCI knows, also after cutting.',
    example: 'NEW_ITEM-PRICE[2]: Found: 123456789012.50. Expected: at most 11 digits and 3 decimals.',
    remedy: 'Correct the article or the mapping; the buyer then presses Continue again.',
  },
  'OCI-DESCRIPTION-MATNR': {
    meaning: 'The item has a material number of the buyer’s too: the buyer may see its own text.',
    cause: 'MATNR and DESCRIPTION are both filled.',
    example: 'NEW_ITEM-DESCRIPTION[1]: MATNR is given too: the buyer may show its own text.',
    remedy: 'Nothing has to be done.',
  },
  'OCI-DESCRIPTION-CHARACTERS': {
    meaning: 'The description has markup, control characters or line breaks.',
    cause: 'The article’s name was copied from a web page.',
    example: 'NEW_ITEM-DESCRIPTION[1]: Expected: plain text on one line.',
    remedy: 'Clean the name of the article.',
  },
  'OCI-QUANTITY-ZERO': {
    meaning: 'The quantity is zero.',
    cause: 'A mapping sets the quantity.',
    example: 'NEW_ITEM-QUANTITY[1]: QUANTITY is zero. Expected: a number above 0.',
    remedy: 'Correct the mapping.',
  },
  'OCI-UNIT-UNKNOWN': {
    meaning: 'The unit is no code of UN/ECE Recommendation 20 or 21.',
    cause: 'The article has a unit of the shop’s own.',
    example: 'NEW_ITEM-UNIT[1]: UNIT is no code of UN/ECE Recommendation 20 or 21. Found: KRT.',
    remedy: 'Put the unit into the unit table of the agreement.',
  },
};

/** Findings that every field may have: OCI-<FIELD>-REQUIRED and so on. */
export const englishOciFields = {
  REQUIRED: {
    meaning: (field: string) => `The field ${field} of an item is missing.`,
    cause: 'The article lacks the value, or a mapping empties it.',
    remedy: 'Fill in the value at the article, or map another one.',
  },
  FORMAT: {
    meaning: (field: string) => `The field ${field} is not written as it must be.`,
    cause: 'A mapping fills the field with a value of another kind.',
    remedy: 'Correct the mapping or the article.',
  },
  LENGTH: {
    meaning: (field: string) => `The field ${field} is longer than receivers take; they cut it.`,
    cause: 'A long text or number at the article.',
    remedy: 'Shorten the value, or map a shorter one.',
  },
  VERSION: {
    meaning: (field: string) => `The field ${field} is newer than the version of OCI that the buyer reads.`,
    cause: 'The agreement or the call says an older version.',
    remedy: 'Nothing has to be done: the field is ignored. Agree on a newer version if it is needed.',
  },
  CHARSET: {
    meaning: (field: string) => `The field ${field} has characters that the page cannot be written in.`,
    cause: 'The agreement or the call asks for ISO-8859-1, and the text has other characters.',
    remedy: 'Agree on UTF-8, or change the text.',
  },
} as const;
