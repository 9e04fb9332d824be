import { EntityManager } from '@mikro-orm/postgresql';
import { Decimal } from 'decimal.js';
import { RoundtripError } from '../platform/errors.ts';

export const found = [EntityManager, Decimal, RoundtripError];
