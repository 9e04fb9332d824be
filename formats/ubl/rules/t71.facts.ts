import type { XmlElement } from '../../xml/element.ts';
import { Facts } from './facts.ts';
import { Path } from './names.ts';

const reference = new Path('cac:DocumentReference/cbc:ID');
const code = new Path('cac:Response/cbc:ResponseCode');

/** What rules of a message level response need of its answers (DocumentResponse). */
export class T71Facts extends Facts {
  hasReference = false;
  hasCode = false;

  override line(answer: XmlElement): void {
    this.hasReference ||= reference.in(answer);
    this.hasCode ||= code.in(answer);
  }
}
