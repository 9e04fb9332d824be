import { recordChange } from '../../../documents/audit.ts';
import { beginMaintenance, endMaintenance } from '../../../platform/maintenance.ts';
import { goTo, page, type AdminAnswer } from '../answer.ts';
import type { FormFieldView } from '../form/views.ts';
import { adminForm, adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';

const PATH = '/settings/maintenance';
/** Minutes that it may likely take; empty: nobody knows. */
const MINUTES = ['', '15', '30', '60', '120', '240'] as const;
/** Characters: partners read it in one line. */
const LONGEST_REASON = 200;
const subject = { kind: 'maintenance', id: '1', name: 'Roundtrip' };

interface Typed {
  readonly minutes: string;
  readonly reason: string;
}

function maintenancePage({ tongue, maintenance }: AdminVisit, typed: Typed, error = ''): AdminAnswer {
  const { t } = tongue;
  const minutes = {
    ...{ name: 'minutes', kind: 'select', label: t.settingsMaintenanceMinutes, error: '' },
    ...{ hint: t.settingsMaintenanceMinutesHint, value: typed.minutes },
    choices: MINUTES.map((value) => ({
      ...{ value, hint: '', chosen: value === typed.minutes },
      text: t.settingsMaintenanceTakes({ minutes: Number(value) }),
    })),
  } as const satisfies FormFieldView;
  const reason = {
    ...{ name: 'reason', kind: 'line', label: t.settingsMaintenanceReason, error, choices: [] },
    ...{ hint: t.settingsMaintenanceReasonHint, value: typed.reason },
  } as const satisfies FormFieldView;
  const view = {
    since: maintenance?.since.toISOString() ?? '',
    sections: [
      { heading: maintenance ? t.settingsMaintenanceAnew : t.settingsMaintenanceBegin, fields: [minutes, reason] },
    ],
    problems: error === '' ? [] : [reason],
  };
  const title = `${t.settingsMaintenance} – ${t.adminSettings}`;
  return page('admin/settings/maintenance', view, { title, status: error === '' ? 200 : 422 });
}

/** Is anything taken in, and if not: until when and why? */
export const showMaintenance = adminPage({
  path: PATH,
  role: 'administrator',
  show: async (visit) => maintenancePage(visit, { minutes: '', reason: visit.maintenance?.reason ?? '' }),
});

/** Begins it, or says anew until when and why. */
export const postMaintenance = adminForm({
  path: PATH,
  role: 'administrator',
  async act(visit) {
    const { em, form, account, now, tongue } = visit;
    const typed = { minutes: form.get('minutes') ?? '', reason: (form.get('reason') ?? '').trim() };
    if (typed.reason.length > LONGEST_REASON) return maintenancePage(visit, typed, tongue.t.settingsMaintenanceLong);
    const minutes = MINUTES.find((one) => one === typed.minutes) ?? '';
    const until = minutes === '' ? undefined : new Date(now.getTime() + Number(minutes) * 60_000);
    await em.fork().transactional(async (tx) => {
      await beginMaintenance(tx, { until, reason: typed.reason, by: account.name });
      const after = { ...(until && { until: until.toISOString() }), reason: typed.reason };
      await recordChange(tx, { actor: account.name, action: 'maintenance.begun', subject, after });
    });
    return goTo(PATH);
  },
});

export const postMaintenanceEnd = adminForm({
  path: `${PATH}/end`,
  role: 'administrator',
  async act({ em, account, tongue }) {
    await em.fork().transactional(async (tx) => {
      if (await endMaintenance(tx)) {
        await recordChange(tx, { actor: account.name, action: 'maintenance.ended', subject });
      }
    });
    return goTo(PATH, { tone: 'good', text: tongue.t.settingsMaintenanceEnded });
  },
});
