import { Client } from '@temporalio/client';

export const found = Client;
