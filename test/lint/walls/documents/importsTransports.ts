import { send } from '../transports/http/send.ts';

export const found = send;
