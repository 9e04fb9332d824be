import type { Language } from '../documents/words.ts';
import type { ResponseCode } from '../formats/document/orderResponse.ts';

/** The ready reply to a buyer in one language. Numbers as the buyer and as we count. */
export interface ReplyWords {
  readonly greeting: (name: string | undefined) => string;
  readonly thanks: (external: string, number: string, received: string) => string;
  /** How the order stands: it waits, is taken, or was answered. */
  readonly waiting: string;
  readonly placed: string;
  readonly answered: Readonly<Record<ResponseCode, string>>;
  readonly cancelled: string;
  readonly lineAnswers: Readonly<Record<'27' | '29' | '30' | 'added' | 'backordered' | 'delivered', string>>;
  readonly line: (line: string, item: string, answer: string) => string;
  readonly more: (count: number) => string;
  /** What the buyer can do. */
  readonly ask: string;
  readonly change: string;
  readonly regards: string;
  readonly subject: (external: string, number: string) => string;
}

export const replyWords: Readonly<Record<Language, ReplyWords>> = {
  en: {
    greeting: (name) => (name === undefined ? 'Hello,' : `Hello ${name},`),
    thanks: (external, number, received) =>
      `Thank you for your order ${external}, received on ${received}. Our number is ${number}.`,
    waiting: 'Before we can go on with it, something has to be settled:',
    placed: 'We have received it and will answer it soon.',
    answered: {
      '27': 'We are sorry that we cannot accept it:',
      '29': 'We accept it as ordered.',
      '30': 'We accept it with these changes:',
    },
    cancelled: 'The order is cancelled.',
    lineAnswers: {
      '27': 'not accepted',
      '29': 'accepted',
      '30': 'changed',
      added: 'added',
      backordered: 'comes later',
      delivered: 'delivered',
    },
    line: (line, item, answer) => `Line ${line}${item === '' ? '' : `, ${item}`}: ${answer}`,
    more: (count) => `and ${count} more`,
    ask: 'Please answer this mail with what is right, or send a corrected order.',
    change: 'If you do not agree, please answer this mail.',
    regards: 'Kind regards',
    subject: (external, number) => `Your order ${external} (${number})`,
  },
  sv: {
    greeting: (name) => (name === undefined ? 'Hej,' : `Hej ${name},`),
    thanks: (external, number, received) =>
      `Tack för er order ${external}, mottagen ${received}. Vårt nummer är ${number}.`,
    waiting: 'Innan vi kan gå vidare med den behöver något redas ut:',
    placed: 'Vi har tagit emot den och svarar inom kort.',
    answered: {
      '27': 'Vi kan tyvärr inte acceptera den:',
      '29': 'Vi accepterar den som beställt.',
      '30': 'Vi accepterar den med de här ändringarna:',
    },
    cancelled: 'Ordern är annullerad.',
    lineAnswers: {
      '27': 'ej accepterad',
      '29': 'accepterad',
      '30': 'ändrad',
      added: 'tillagd',
      backordered: 'kommer senare',
      delivered: 'levererad',
    },
    line: (line, item, answer) => `Rad ${line}${item === '' ? '' : `, ${item}`}: ${answer}`,
    more: (count) => `och ${count} till`,
    ask: 'Svara gärna på det här mejlet med det som är rätt, eller skicka en rättad order.',
    change: 'Godtar ni det inte, svara på det här mejlet.',
    regards: 'Vänliga hälsningar',
    subject: (external, number) => `Er order ${external} (${number})`,
  },
};
