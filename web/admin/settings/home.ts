import { mayAct } from '../../../accounts/roles.ts';
import { version } from '../../../platform/version.ts';
import { page } from '../answer.ts';
import { adminPage } from '../page.ts';
import { connectionViews } from './connections.ts';
import type { AdminVisit } from '../visit.ts';

/** What this installation is, and the ways to what is set here. */
export const settingsHome = adminPage({
  path: '/settings',
  role: 'reader',
  async show(visit) {
    const { account, tongue } = visit;
    const connections = await connectionViews(visit);
    const view = { facts: factsOf(visit), connections, mayAdminister: mayAct(account.role, 'administrator') };
    return page('admin/settings/home', view, { title: tongue.t.adminSettings });
  },
});

/** Of the environment, without secrets: those are only told to be there. */
function factsOf({ deps, shop, tongue }: AdminVisit) {
  const { config } = deps;
  const { t, w } = tongue;
  const yesNo = (is: boolean) => (is ? t.settingsYes : t.settingsNo);
  const environment = { demo: t.adminDemo, test: t.adminTest, production: t.adminProduction };
  const facts = {
    [t.settingsVersion]: version,
    [t.settingsEnvironment]: environment[config.environmentName],
    [t.settingsAddress]: config.publicUrl,
    [t.settingsTimeZone]: shop?.timeZone ?? t.settingsNotSet,
    [t.settingsEngine]: `${config.temporalAddress}, ${config.temporalNamespace}`,
    [t.settingsProxies]: config.trustedProxies.length === 0 ? t.settingsNone : w.list(config.trustedProxies),
    [t.settingsOutboundProxy]: yesNo(config.outboundProxy !== undefined),
    [t.settingsPrivate]: yesNo(config.allowPrivateAddresses),
    [t.settingsKeys]: String(config.secretKeys.length),
    [t.settingsOidc]: config.oidcIssuer ?? t.settingsNo,
    [t.settingsIdle]: t.settingsIdleTimes({ idle: config.consoleIdle / 1_000, life: config.consoleLife / 1_000 }),
  };
  return Object.entries(facts).map(([label, text]) => ({ label, cell: { text } }));
}
