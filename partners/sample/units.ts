/** Which unit of ours a partner's own code is likely to be. */
import { unitFactor, type Units } from '../../shop/units.ts';

/** Codes that Swedish, German and English systems write for the same thing, with the codes of UN/ECE Recommendation 20 that say it. */
const families: readonly (readonly [ours: readonly string[], theirs: readonly string[]])[] = [
  [
    ['C62', 'H87', 'PCE', 'EA', 'NAR'],
    ['ST', 'STK', 'STY', 'STYCK', 'PCS', 'PC', 'PIECE', 'EACH', 'STÜCK'],
  ],
  [
    ['PK', 'XPK', 'PA', 'XPA'],
    ['FP', 'FÖRP', 'FRP', 'PAK', 'PKT', 'PACK', 'PAC', 'VPE'],
  ],
  [
    ['CT', 'XCT'],
    ['KRT', 'KART', 'KTN', 'KAR', 'CTN', 'CARTON'],
  ],
  [
    ['CS', 'XCS', 'CA', 'XCA'],
    ['LÅD', 'LÅDA', 'KI', 'CASE'],
  ],
  [
    ['BX', 'XBX'],
    ['ASK', 'BOX'],
  ],
  [
    ['BG', 'XBG'],
    ['PÅS', 'PÅSE', 'BAG'],
  ],
  [
    ['BO', 'XBO'],
    ['FL', 'FLS', 'FLASKA', 'FLA', 'BOT'],
  ],
  [
    ['TU', 'XTU'],
    ['TUB', 'TUBE'],
  ],
  [
    ['RO', 'XRO'],
    ['RLE', 'RUL', 'RULLE', 'ROL', 'ROLL'],
  ],
  [['PR'], ['PAR', 'PAA', 'PAIR']],
  [['SET'], ['SATS', 'SAT']],
  [['XPX'], ['PAL', 'PALL']],
  [['KGM'], ['KG', 'KILO']],
  [['GRM'], ['G', 'GR']],
  [['TNE'], ['TON', 'TO', 'T']],
  [['MTR'], ['M', 'METER']],
  [['CMT'], ['CM']],
  [['MMT'], ['MM']],
  [['MTK'], ['M2', 'KVM']],
  [['MTQ'], ['M3', 'KBM']],
  [['LTR'], ['L', 'LIT', 'LITER']],
  [['MLT'], ['ML']],
  [['HUR'], ['H', 'TIM', 'STD', 'HR']],
  [['DAY'], ['DYGN', 'TAG']],
];

/** A unit of the article that means the same as the partner's code; undefined where none is like it. */
export function likelyUnit(theirs: string, units: Units): string | undefined {
  const code = theirs.trim().toUpperCase();
  const family = families.find(([ours, names]) => names.includes(code) || ours.includes(code));
  return family?.[0].find((ours) => unitFactor(units, ours) !== undefined);
}
