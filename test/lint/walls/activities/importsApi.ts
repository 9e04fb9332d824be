import { createApp } from '../api/app.ts';

export const found = createApp;
