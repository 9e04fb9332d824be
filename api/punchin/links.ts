import type { Door } from '../entrance/gate.ts';

/** Absolute address under which the sender of a document asks for its state. */
export function documentAddress(publicUrl: string, door: Door, code: string, id: string): string {
  return `${publicUrl}/punchin/${door === 'hub' ? 'hub/' : ''}${code}/documents/${id}`;
}

/** Absolute address of an answer to it. */
export function answerAddress(publicUrl: string, door: Door, code: string, id: string, answerId: string): string {
  return `${documentAddress(publicUrl, door, code, id)}/answers/${answerId}`;
}
