import type { Message } from '../../accounts/message.ts';
import { faultSentence } from '../../documents/sentences.ts';
import type { HttpSender } from '../../transports/http/send.ts';
import { probeAccessPoint, type AccessPointAddress } from '../../transports/peppol/probe.ts';
import type { Tongue } from '../words/words.ts';

/** Asks an access point whether it knows us, and says what came of it. */
export async function tryAccessPoint(
  http: HttpSender,
  address: AccessPointAddress,
  { t, language }: Tongue,
): Promise<Message> {
  const probed = await probeAccessPoint(http, address);
  if (probed.verdict === 'failed') return { tone: 'bad', text: faultSentence(probed.fault, language) };
  const { status } = probed;
  return probed.verdict === 'known'
    ? { tone: 'good', text: t.settingsAccessPointKnows }
    : { tone: 'info', text: t.settingsAccessPointSilent({ status }) };
}
