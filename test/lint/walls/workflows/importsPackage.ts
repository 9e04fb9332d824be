import { request } from 'undici';

export const found = request;
