import { defineEntity, p } from '@mikro-orm/core';
import { catalogueFormats, type CatalogueItem, type ItemProblem } from '../formats/document/catalogue.ts';
import type { PackedSheet } from './xlsxArchive.ts';
import type { CatalogueRefusal } from './catalogueRefusals.ts';
import { modes, Partner } from '../partners/partner.entity.ts';

/**
 * `collecting`: items and prices are read; `waiting`: for a person; `writing`, `checking`: the bytes; `done`: stored as a document that is
 * delivered, or kept; `unchanged`: nothing was to be told; `refused`: `refusal` says why; `discarded`: by a person.
 */
export const exportStates = [
  'collecting',
  'waiting',
  'writing',
  'checking',
  'done',
  'unchanged',
  'refused',
  'discarded',
] as const;
export type ExportState = (typeof exportStates)[number];

const catalogueExport = defineEntity({
  name: 'CatalogueExport',
  tableName: 'catalogue_export',
  properties: {
    id: p.uuid().primary(),
    partner: () => p.manyToOne(Partner).mapToPk(),
    mode: p.enum(modes),
    /** The partner's address, which begins the catalogue's number. */
    code: p.text(),
    agreementVersion: p.integer(),
    format: p.enum(catalogueFormats),
    /** Business day of the prices. */
    day: p.date(),
    state: p.enum(exportStates),
    /** Only what differs from `previous`. */
    changesOnly: p.boolean(),
    /** The one that was sent before, in this format. */
    previous: p.uuid().nullable(),
    /** Article number up to which the step under way is done; null at its beginning. */
    reached: p.text().nullable(),
    /** Items that can stand in it, as far as they are collected. */
    items: p.integer(),
    leftOut: p.integer(),
    /** Against `previous`, once all is collected. */
    added: p.integer(),
    changed: p.integer(),
    removed: p.integer(),
    /** Id that the document has or will have, of several the first; its chunks stand under it from the first one on. */
    outboundDocumentId: p.uuid(),
    /** Whole chunks that are written, of the part under way. */
    chunks: p.integer(),
    /** Bytes that do not fill a chunk yet. */
    rest: p.blob().nullable(),
    /** Of an Excel file: how far its sheet is packed. */
    archive: p.json<PackedSheet>().nullable(),
    /** The part that is being written, of how many; 0: not planned yet. */
    part: p.integer(),
    parts: p.integer(),
    /** Items that are written, of those that are to be. */
    written: p.integer(),
    /** Why it was refused. */
    refusal: p.json<CatalogueRefusal>().nullable(),
    createdBy: p.text(),
    createdAt: p.datetime(3),
    /** When its workflow was started. */
    startedAt: p.datetime(3).nullable(),
    /** Who let it go out, or discarded it. */
    decidedBy: p.text().nullable(),
    finishedAt: p.datetime(3).nullable(),
    /** When the partner should have said whether it takes it; null: nothing is expected. */
    answerDue: p.datetime(3).nullable(),
    /** When it was pointed out that it did not. */
    answerRemindedAt: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'catalogue_export_partner_index', properties: ['partner', 'id'] },
    { name: 'catalogue_export_refused_index', properties: ['createdAt'], where: "state = 'refused'" },
    { name: 'catalogue_export_unstarted_index', properties: ['createdAt'], where: 'started_at is null' },
    {
      name: 'catalogue_export_answer_due_index',
      properties: ['answerDue'],
      where: 'answer_due is not null and answer_reminded_at is null',
    },
    {
      name: 'catalogue_export_unanswered_index',
      properties: ['answerRemindedAt'],
      where: 'answer_reminded_at is not null',
    },
  ],
  uniques: [
    {
      name: 'catalogue_export_under_way_unique',
      properties: ['partner', 'mode', 'format'],
      where: "state in ('collecting', 'waiting', 'writing', 'checking')",
    },
  ],
});
/** A catalogue on its way to a partner. */
export class CatalogueExport extends catalogueExport.class {}
catalogueExport.setClass(CatalogueExport);

/** Of its own for every export: a receiver's answer names it. */
export function numberOf({ code, day, id }: Pick<CatalogueExport, 'code' | 'day' | 'id'>): string {
  return `${code}-${day}-${id.slice(-6)}`;
}

const catalogueExportPart = defineEntity({
  name: 'CatalogueExportPart',
  tableName: 'catalogue_export_part',
  properties: {
    export: () => p.manyToOne(CatalogueExport).mapToPk().primary().deleteRule('cascade'),
    /** 1 is the first. */
    part: p.integer().primary(),
    /** Article number up to which it goes; null: up to the end. */
    last: p.text().nullable(),
    /** Id that the document has or will have. */
    outboundDocumentId: p.uuid(),
    /** Once it is written and checked. */
    size: p.integer().nullable(),
    sha256: p.text().nullable(),
    /** When it became a document; null: the one before has not arrived. */
    storedAt: p.datetime(3).nullable(),
  },
  indexes: [
    {
      name: 'catalogue_export_part_waiting_index',
      properties: ['export', 'part'],
      where: 'stored_at is null and sha256 is not null',
    },
  ],
});
/** A document of a catalogue, which is split where the receiver takes no larger one. */
export class CatalogueExportPart extends catalogueExportPart.class {}
catalogueExportPart.setClass(CatalogueExportPart);

const catalogueExportItem = defineEntity({
  name: 'CatalogueExportItem',
  tableName: 'catalogue_export_item',
  properties: {
    export: () => p.manyToOne(CatalogueExport).mapToPk().primary().deleteRule('cascade'),
    articleNumber: p.text().primary(),
    /** Null: it is left out. */
    item: p.json<CatalogueItem>().nullable(),
    /** SHA-256 over the item, in base64url. */
    hash: p.text().nullable(),
    problem: p.json<ItemProblem>().nullable(),
  },
});
/** An article as it was when the catalogue was collected; of the last that was sent and the one under way. */
export class CatalogueExportItem extends catalogueExportItem.class {}
catalogueExportItem.setClass(CatalogueExportItem);
