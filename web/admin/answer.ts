import type { Readable } from 'node:stream';
import type { Message } from '../../accounts/message.ts';
import type { AssetName } from '../assets.ts';
import type { AdminTemplates } from './templates.ts';

export type AdminTemplateName = keyof AdminTemplates;

/** A page in the frame of the console. */
export interface PageAnswer<N extends AdminTemplateName = AdminTemplateName> {
  readonly kind: 'page';
  readonly template: N;
  readonly view: AdminTemplates[N];
  /** Begins with the thing: `4711 – Orders`. */
  readonly title: string;
  readonly status: number;
  readonly messages: readonly Message[];
  /** Beside the console's own. */
  readonly styles: readonly AssetName[];
}

/** On to another address, below /admin. */
export interface GoToAnswer {
  readonly kind: 'goTo';
  readonly path: string;
  readonly message: Message | undefined;
}

/** A file to keep, or a picture. */
export interface FileAnswer {
  readonly kind: 'file';
  readonly type: string;
  /** Absent: shown in the page that asks for it. */
  readonly name: string | undefined;
  readonly content: string | Uint8Array | Readable;
}

export type AdminAnswer = PageAnswer | GoToAnswer | FileAnswer;

export interface PageFacts {
  readonly title: string;
  /** 200 where nothing is said; 422 for a form that is shown again with its errors. */
  readonly status?: number;
  /** Beside the one-time message. */
  readonly messages?: readonly Message[];
  readonly styles?: readonly AssetName[];
}

/** A page: its template, what the template is given, and what it is called. */
export function page<N extends AdminTemplateName>(template: N, view: AdminTemplates[N], facts: PageFacts): AdminAnswer {
  const { title, status = 200, messages = [], styles = [] } = facts;
  return { kind: 'page', template, view, title, status, messages, styles };
}

/** After a form: on to a page, which tells the message once. @param path below /admin, begins with a slash */
export function goTo(path: string, message?: Message): GoToAnswer {
  return { kind: 'goTo', path, message };
}

/** @param name of the file that is kept; absent: it is shown */
export function file(type: string, content: FileAnswer['content'], name?: string): FileAnswer {
  return { kind: 'file', type, content, name };
}
