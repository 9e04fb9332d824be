import { Decimal } from 'decimal.js';
import { SaxesParser } from 'saxes';
import { isDecimal } from '../document/decimal.ts';
import { profile } from './profiles.ts';

export const found = [Decimal, SaxesParser, isDecimal, profile];
