/** What a page tells of what was just done, with a way on or back. */
export interface Message {
  readonly tone: 'good' | 'warn' | 'bad' | 'info';
  readonly text: string;
  readonly link?: { readonly href: string; readonly text: string };
  readonly form?: {
    readonly action: string;
    readonly fields: readonly (readonly [name: string, value: string])[];
    readonly button: string;
  };
}
