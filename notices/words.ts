import type { Language } from '../documents/words.ts';
import type { OrderStatus } from '../shop/orderStatus.ts';
import type { LineStatus, ResponseCode } from '../formats/document/orderResponse.ts';
import type { NoticeEventCode } from './events.ts';
import { english } from './words.en.ts';
import { swedish } from './words.sv.ts';

/** What letters say beside the sentences of timelines. */
export interface NoticeWords {
  /** What happened, in a subject. */
  readonly titles: Readonly<Record<NoticeEventCode, string>>;
  readonly subject: {
    readonly one: (about: string, title: string) => string;
    readonly several: (shop: string, events: number) => string;
    readonly test: (shop: string) => string;
    readonly confirmation: (number: string, code: ResponseCode) => string;
    readonly delivery: (number: string) => string;
  };
  readonly order: (numbers: { readonly number: string; readonly external: string; readonly partner: string }) => string;
  /** `cart`: its code. */
  readonly session: (cart: string, partner: string) => string;
  readonly document: (reference: string, partner: string) => string;
  readonly installation: string;
  readonly opening: {
    readonly events: (count: number) => string;
    readonly test: string;
    /** To the customer of a test order. */
    readonly trial: string;
  };
  readonly more: (count: number) => string;
  readonly customer: {
    readonly order: (numbers: { readonly number: string; readonly external: string }) => string;
    readonly placed: string;
    readonly status: (status: string) => string;
    readonly delivered: (complete: boolean) => string;
  };
  readonly confirmation: Readonly<Record<ResponseCode, (external: string, number: string) => string>>;
  readonly delivery: (external: string, number: string, complete: boolean) => string;
  readonly carrier: (name: string) => string;
  readonly tracking: (id: string) => string;
  readonly despatched: (day: string) => string;
  readonly columns: Readonly<Record<'line' | 'item' | 'quantity' | 'price' | 'delivery' | 'answer', string>>;
  readonly outstanding: string;
  readonly lineAnswers: Readonly<Record<LineStatus, string>>;
  readonly instead: (item: string) => string;
  readonly period: (from: string | undefined, to: string | undefined) => string;
  readonly statuses: Readonly<Record<OrderStatus, string>>;
  readonly closing: { readonly administrator: string; readonly customer: string };
}

export const noticeWords: Readonly<Record<Language, NoticeWords>> = { en: english, sv: swedish };
