import type { NewsView } from './lists/views.ts';
import type { AccountViews } from './account/views.ts';
import type { AuditViews } from './audit/views.ts';
import type { CataloguesViews } from './catalogues/views.ts';
import type { DeliveriesViews } from './deliveries/views.ts';
import type { DocumentsViews } from './documents/views.ts';
import type { MappingViews } from './mapping/views.ts';
import type { OrdersViews } from './orders/views.ts';
import type { OverviewViews } from './overview/views.ts';
import type { PartnerLinksViews } from './partnerLinks/views.ts';
import type { PartnersViews } from './partners/views.ts';
import type { QuarantineViews } from './quarantine/views.ts';
import type { RefusalsViews } from './refusals/views.ts';
import type { SearchViews } from './search/views.ts';
import type { SessionsViews } from './sessions/views.ts';
import type { SettingsViews } from './settings/views.ts';
import type { ShopViews } from './shop/views.ts';
import type { ConformanceViews } from './conformance/views.ts';
import type { SimulatorAdminViews } from './simulator/views.ts';
import type { StatisticsViews } from './statistics/views.ts';

/** What each template of web/templates/admin is given, beside the frame. */
export interface AdminTemplates
  extends
    OverviewViews,
    OrdersViews,
    SessionsViews,
    DocumentsViews,
    DeliveriesViews,
    QuarantineViews,
    PartnersViews,
    CataloguesViews,
    PartnerLinksViews,
    ConformanceViews,
    SimulatorAdminViews,
    StatisticsViews,
    ShopViews,
    SettingsViews,
    AccountViews,
    MappingViews,
    RefusalsViews,
    SearchViews,
    AuditViews {
  readonly 'admin/lists/news': NewsView;
  readonly 'admin/error': { readonly texts: readonly string[]; readonly reference: string; readonly code: string };
}
