/** What a pasted sample tells about an agreement: each setting with where it was taken from. */
import type { Language } from '../../documents/words.ts';
import type { FormatId } from '../../formats/document/order.ts';
import type { ShownKind } from '../partner.entity.ts';
import { valueAt, withValueAt } from '../settings/values.ts';

/** What was pasted. */
export type SampleKind = 'ociCall' | 'peppolLogin' | 'setupRequest' | 'order';

/** Where something stands in the sample. */
export interface SamplePlace {
  /** Name of the parameter, or path of the element: `Header/From/Credential`; empty: the sample as a whole. */
  readonly element: string;
  /** 1-based line of the pasted text. */
  readonly line?: number;
  /** The value there, where it may be shown. */
  readonly found?: string;
}

/** Why a value that does not stand in the sample is likely. */
export type Guess = 'name' | 'mark' | 'identity' | 'process' | 'unit' | 'country' | 'sample';

export interface TakenSetting {
  /** Path of the setting: `punchOut.returnHosts`. */
  readonly setting: string;
  /** As the schema of agreements takes it. */
  readonly value: unknown;
  readonly from: SamplePlace;
  /** Absent: it was read, not guessed. */
  readonly guess?: Guess;
}

/** What a person must know or find out, since the sample does not say it. */
export type SampleNoteCode =
  /** A secret stood in the sample: it was not kept. `values`: where. */
  | 'secretLeftOut'
  /** The login stands in the address, where logs and other pages see it. */
  | 'loginInAddress'
  /** Sender is another than From: a hub, or the buyer's own system. `values`: the name of Sender. */
  | 'otherSender'
  /** No customer of the shop has these identities. `values`: the identities, or none. */
  | 'customerUnknown'
  /** Several customers have them. `values`: their numbers. */
  | 'customerAmbiguous'
  /** The document is addressed to somebody else. `values`: the identities in it. */
  | 'otherSeller'
  /** No address that the cart goes back to. */
  | 'returnAddressMissing'
  /** The address that the cart goes back to is not encrypted. `values`: the host. */
  | 'returnAddressPlain'
  /** No name of the buyer in From. */
  | 'fromMissing'
  /** Articles of the order that the shop does not have. `values`: their numbers. */
  | 'articleUnknown'
  /** Units that no article of the order has and that are like none. `values`: the codes. */
  | 'unitUnknown'
  /** Parameters or extrinsics that no setting takes; the mapping can. `values`: their names. */
  | 'parametersLeft'
  /** A Peppol login asks for a cart that is not written. `values`: its specification. */
  | 'cartUnknown'
  /** Nothing tells which purchasing system it is. */
  | 'platformUnknown'
  /** Where the answers go is not in an order. */
  | 'answerAddress'
  /** The process of the order has no answer. */
  | 'noAnswer'
  /** Which prices are tolerated is never in a sample. */
  | 'prices';

export interface SampleNote {
  readonly code: SampleNoteCode;
  readonly values: readonly string[];
}

/** The incoming credential that the sender of the sample will show. Its secret is made in the console. */
export interface SampleCredential {
  readonly kind: ShownKind;
  /** As the sample says it; absent: it is not in the sample. */
  readonly user?: string;
}

export interface SampleReading {
  readonly kind: SampleKind;
  /** Of an order. */
  readonly format?: FormatId;
  /** Which of the two agreements the sample is for. */
  readonly mode: 'production' | 'test';
  /** What the buyer is called, where the sample says it. */
  readonly name?: string;
  readonly credential?: SampleCredential;
  readonly taken: readonly TakenSetting[];
  readonly notes: readonly SampleNote[];
}

/** Why nothing could be read from it. */
export interface SampleProblem {
  readonly kind: 'problem';
  /** `unreadable`: broken XML, `text` says how. `otherDocument`: a document that says nothing about agreements, `text` is its name. */
  readonly code: 'empty' | 'tooLong' | 'unreadable' | 'otherDocument' | 'noCall';
  readonly line?: number;
  /** In each language. */
  readonly text?: Readonly<Record<Language, string>>;
}

/** Gathers what is found, in the order in which it is found. */
export class Findings {
  readonly taken: TakenSetting[] = [];
  readonly notes: SampleNote[] = [];

  /** A value that stands in the sample. */
  read(setting: string, value: unknown, from: SamplePlace): void {
    this.taken.push({ setting, value, from });
  }

  /** A value that is likely. */
  guess(setting: string, value: unknown, guess: Guess, from: SamplePlace): void {
    this.taken.push({ setting, value, from, guess });
  }

  note(code: SampleNoteCode, values: readonly string[] = []): void {
    this.notes.push({ code, values });
  }
}

/** Settings of an agreement with the taken ones written over them; lists and tables get what they do not have yet. */
export function withTaken(
  settings: Readonly<Record<string, unknown>>,
  taken: readonly TakenSetting[],
): Readonly<Record<string, unknown>> {
  return taken.reduce(
    (all, { setting, value }) => withValueAt(all, setting, joined(valueAt(all, setting), value)),
    settings,
  );
}

function joined(before: unknown, value: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(value)) {
    const known = new Set(before.map((one) => JSON.stringify(one)));
    return [...(before as unknown[]), ...value.filter((one) => !known.has(JSON.stringify(one)))];
  }
  const areTables = [before, value].every((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
  return areTables ? { ...(before as object), ...(value as object) } : value;
}
