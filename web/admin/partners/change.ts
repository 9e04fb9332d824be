import { recordChange, type Change } from '../../../documents/audit.ts';
import type { Partner } from '../../../partners/partner.entity.ts';
import { addressesOf, setAddress, updatePartner, type PartnerChange } from '../../../partners/partners.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { goTo, type AdminAnswer } from '../answer.ts';
import { adminForm } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { modeInHand, partnerInHand, subjectOf } from './inHand.ts';
import { showPartner } from './partner.ts';

const LONGEST_NAME = 200;

/** A new name, or another hub. */
export const rename = adminForm({
  path: '/partners/:id/name',
  role: 'administrator',
  async act(visit) {
    const { form, tongue } = visit;
    const found = await partnerInHand(visit);
    const name = form.get('name')?.trim() ?? '';
    const hub = form.get('hub') ?? '';
    if (name === '' || name.length > LONGEST_NAME) {
      return showPartner(visit, found, { typed: { name }, errors: { name: tongue.t.partnersNameNeeded } });
    }
    await changeWith(visit, found, {
      change: { name, ...(found.kind === 'partner' && { hubId: hub || null }) },
      action: 'partner.renamed',
      before: { name: found.name, hub: found.hub ?? null },
      after: { name, hub: hub || null },
    });
    return goTo(`/partners/${found.id}`, { tone: 'good', text: tongue.t.partnersSaved });
  },
});

const switches = {
  pause: { change: { paused: true }, action: 'partner.paused', textKey: 'partnersNowPaused', back: 'resume' },
  resume: { change: { paused: false }, action: 'partner.resumed', textKey: 'partnersNowResumed', back: 'pause' },
  disable: { change: { enabled: false }, action: 'partner.disabled', textKey: 'partnersNowDisabled', back: 'enable' },
  enable: { change: { enabled: true }, action: 'partner.enabled', textKey: 'partnersNowEnabled', back: 'disable' },
} as const;

/** Pauses or resumes reception, switches a partner off or on; the message takes it back. */
export const switchState = adminForm({
  path: '/partners/:id/state',
  role: 'administrator',
  async act(visit) {
    const { form, tongue, root } = visit;
    const found = await partnerInHand(visit);
    const wanted = form.get('do') ?? '';
    if (!Object.hasOwn(switches, wanted)) throw new RoundtripError('RequestInvalid', 'There is no such change.');
    const { change, action, textKey, back } = switches[wanted as keyof typeof switches];
    const before = { enabled: found.enabled, paused: found.pausedAt != null };
    await changeWith(visit, found, { change, action, before, after: { ...before, ...change } });
    const undo = {
      action: `${root}/admin/partners/${found.id}/state`,
      fields: [['do', back]] as const,
      button: tongue.t.undo,
    };
    return goTo(`/partners/${found.id}`, { tone: 'good', text: tongue.t[textKey]({ name: found.name }), form: undo });
  },
});

interface Changing extends Pick<Change, 'action' | 'before' | 'after'> {
  readonly change: PartnerChange;
}

async function changeWith({ em, account }: AdminVisit, found: Partner, given: Changing): Promise<void> {
  const { change, ...entry } = given;
  await em.transactional(async (tx) => {
    await updatePartner(tx, found.id, change);
    await recordChange(tx, { actor: account.name, subject: subjectOf(found), ...entry });
  });
}

/** Gives a partner an address, or another one: whoever calls the old one is unknown within seconds. */
export const changeAddress = adminForm({
  path: '/partners/:id/addresses/:mode',
  role: 'administrator',
  async act(visit): Promise<AdminAnswer> {
    const { em, account, form, tongue } = visit;
    const found = await partnerInHand(visit);
    const mode = modeInHand(visit);
    const code = form.get('code')?.trim().toLowerCase() ?? '';
    const before = (await addressesOf(em, found.id)).find((address) => address.mode === mode)?.code ?? null;
    try {
      await em.transactional(async (tx) => {
        await setAddress(tx, found.id, mode, code);
        const change = { before: { [mode]: before }, after: { [mode]: code } };
        await recordChange(tx, {
          actor: account.name,
          action: 'partner.addressChanged',
          subject: subjectOf(found),
          ...change,
        });
      });
    } catch (error) {
      const text = error instanceof RoundtripError ? addressError(error, visit) : undefined;
      if (text === undefined) throw error;
      return showPartner(visit, found, { typed: { [mode]: code }, errors: { [mode]: text } });
    }
    return goTo(`/partners/${found.id}`, { tone: 'good', text: tongue.t.partnersAddressChanged({ code }) });
  },
});

function addressError({ type }: RoundtripError, { tongue }: AdminVisit): string | undefined {
  if (type === 'RequestInvalid') return tongue.t.partnersAddressRule;
  return type === 'Conflict' ? tongue.t.partnersAddressTaken : undefined;
}
