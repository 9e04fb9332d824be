import type { PlainKey } from '../templates.ts';
import { frameAncestors } from '../headers.ts';
import { showPage } from './page.ts';
import type { Visit } from './visit.ts';

const MINUTE = 60_000;

/** `GET /shop/:token/about`: which cookie, frame and charset case applies in this browser, for whoever connects a purchasing system. */
export async function about(visit: Visit): Promise<void> {
  const { t } = visit.tongue;
  const title = t.aboutTitle;
  await showPage(
    visit,
    'about',
    { title, here: 'about' },
    {
      scripts: ['about.js'],
      shownIn: shownIn(visit),
      wished: (visit.req.get('accept-language') ?? '').slice(0, 100),
      connection: connection(visit),
    },
  );
}

/** As the browser says it, without JavaScript (Fetch Metadata, Sec-Fetch-Dest). */
function shownIn({ req }: Visit): 'window' | 'frame' | '' {
  const destination = req.get('sec-fetch-dest');
  if (destination === 'document') return 'window';
  return destination === 'iframe' || destination === 'frame' ? 'frame' : '';
}

function connection({ session, tongue }: Visit): readonly { readonly key: PlainKey; readonly value: string }[] {
  const { t, w } = tongue;
  const { row, settings } = session;
  const { returnSpec: spec } = row;
  const target = spec.protocol === 'cxml' ? settings.cxml?.target : spec.target;
  const idle = Math.round(row.idleMilliseconds / MINUTE);
  const life = Math.round(row.lifeMilliseconds / MINUTE);
  return [
    { key: 'aboutProtocol', value: { oci: 'OCI', cxml: 'cXML', peppol: 'Peppol Punch Out' }[spec.protocol] },
    { key: 'aboutOperation', value: row.operation },
    { key: 'aboutMode', value: row.mode },
    { key: 'aboutReturn', value: returnHost(spec.url ?? settings.returnUrl) ?? t.aboutReturnNone },
    { key: 'aboutTarget', value: target ?? '_top' },
    { key: 'aboutCharset', value: charsetOf(spec, settings.oci?.charset) },
    { key: 'aboutAncestors', value: w.list([t.aboutOurselves, ...frameAncestors(settings, spec.url)]) },
    { key: 'aboutEnds', value: t.aboutLife({ idle, life }) },
  ];
}

/** Without path and query: they may hold a ticket of the purchasing system. */
function returnHost(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const url = URL.parse(address);
  return url?.host ? url.origin : address;
}

function charsetOf(spec: Visit['session']['row']['returnSpec'], agreed: string | undefined): string {
  return (spec.protocol === 'oci' ? (spec.charset ?? agreed) : undefined) ?? 'utf-8';
}
