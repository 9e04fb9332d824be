import { RefusedRequest } from '../../../documents/refusedRequest.entity.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { page } from '../answer.ts';
import { adminPage } from '../page.ts';
import { idParam } from '../params.ts';
import { RefusalRows } from './row.ts';
import { refusalStyles } from './styles.ts';

/** `GET /admin/refusals/:id`: one refused request with all that was kept of it, without secrets. */
export const oneRefusal = adminPage({
  path: '/refusals/:id',
  role: 'reader',
  async show(visit) {
    const request = await visit.em.findOne(RefusedRequest, { id: idParam(visit) }, { disableIdentityMap: true });
    if (!request) throw new RoundtripError('NotFound', 'There is no such refused request.');
    const row = await new RefusalRows(visit).of(request);
    const view = {
      row,
      back: row.partner?.href ?? `${visit.root}/admin/refusals`,
      details: request.details.map(({ element = '', found = '', expected = '', line }) => ({
        ...{ element, found, expected },
        line: line === undefined ? '' : `${line}`,
      })),
      headers: Object.entries(request.headers).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      body: request.body,
    };
    const title = `${request.reference} – ${visit.tongue.t.refusalsTitle}`;
    return page('admin/refusals/one', view, { title, styles: refusalStyles });
  },
});
