import { z } from 'zod';
import type { CatalogueOutcome } from '../../documents/catalogueAnswers.ts';
import { refusalSentence } from '../../documents/catalogueRefusals.ts';
import { exportStates, numberOf, type CatalogueExport } from '../../documents/catalogueExport.entity.ts';
import type { ItemDifference } from '../../documents/catalogueExports.ts';
import { catalogueFormats, type CatalogueItem } from '../../formats/document/catalogue.ts';
import { documentStandings } from '../../formats/document/documentStatus.ts';
import { formatIds } from '../../formats/document/order.ts';
import { byId, instant, plainDate, uuid } from './common.ts';
import { mode } from './partner.ts';

export const byExport = byId.extend({ export: uuid });

export const newExport = z
  .strictObject({
    mode: mode.default('production'),
    format: z.enum(catalogueFormats).optional().meta({ description: 'Absent: the first of the agreement' }),
    content: z
      .enum(['full', 'changes'])
      .optional()
      .meta({ description: 'Everything, or what differs from the one before; absent: as agreed' }),
  })
  .meta({ id: 'NewCatalogueExport' });

export const exportDecision = z.strictObject({ send: z.boolean() }).meta({
  id: 'CatalogueDecision',
  description: 'Does it go out? Otherwise it is discarded',
});

const count = z.number().int();

const catalogueAnswer = z
  .strictObject({
    standing: z.enum(documentStandings).meta({
      description: 'accepted; acknowledged: received, not looked at yet; refused: a person should look at it',
    }),
    format: z.enum(formatIds).meta({ description: 'What it was answered by' }),
    text: z.string().optional(),
    reasons: z.array(
      z.strictObject({
        place: z.string().optional().meta({ description: 'Line or path in the catalogue' }),
        code: z.string().optional(),
        text: z.string().optional(),
      }),
    ),
    at: instant,
  })
  .meta({ id: 'CatalogueAnswer', description: 'What the receiver has said of a catalogue' });

export const catalogueExport = z
  .strictObject({
    id: uuid,
    number: z.string().meta({ description: 'Of the catalogue, as the receiver sees it' }),
    mode,
    format: z.enum(catalogueFormats),
    day: plainDate.meta({ description: 'Of the prices' }),
    state: z.enum(exportStates).meta({
      description:
        'collecting, writing, checking: under way; waiting: for a person; done: stored as a document; unchanged: nothing was to be told; refused: `error` says why; discarded: by a person',
    }),
    changesOnly: z.boolean(),
    previous: uuid
      .optional()
      .meta({ description: 'What it is compared with: the last one that was sent in this format' }),
    items: count,
    leftOut: count.meta({ description: 'Items that the format cannot hold' }),
    added: count,
    changed: count,
    removed: count,
    parts: count.meta({ description: 'Documents that it is split into; 0 before it is written' }),
    documents: z.array(uuid).meta({
      description: 'Outbound documents, in order, once it is done; each is written when the one before has arrived',
    }),
    answer: catalogueAnswer.optional().meta({ description: 'The latest of the receiver; absent: none' }),
    answerDue: instant.optional().meta({
      description: 'When the receiver should have said whether it takes it; absent: nothing is expected',
    }),
    error: z.string().optional(),
    createdBy: z.string(),
    createdAt: instant,
    decidedBy: z.string().optional(),
    finishedAt: instant.optional(),
  })
  .meta({ id: 'CatalogueExport', description: 'A catalogue on its way to a partner' });

/** @param outcomes by the id of the export */
export function showExport(run: CatalogueExport, outcomes: ReadonlyMap<string, CatalogueOutcome> = new Map()) {
  const { documents = [], answer } = outcomes.get(run.id) ?? {};
  const { id, mode: of, format, day, state, changesOnly, previous, items, leftOut, added, changed, removed } = run;
  return {
    ...{
      id,
      number: numberOf(run),
      mode: of,
      format,
      day,
      state,
      changesOnly,
      items,
      leftOut,
      added,
      changed,
      removed,
    },
    ...(previous != null && { previous }),
    ...{ parts: run.parts, documents },
    ...(answer && { answer: { ...answer, at: answer.at.toISOString() } }),
    ...(run.answerDue != null && { answerDue: run.answerDue.toISOString() }),
    ...(run.refusal != null && { error: refusalSentence(run.refusal, 'en') }),
    ...{ createdBy: run.createdBy, createdAt: run.createdAt.toISOString() },
    ...(run.decidedBy != null && { decidedBy: run.decidedBy }),
    ...(run.finishedAt != null && { finishedAt: run.finishedAt.toISOString() }),
  };
}

const shownItem = z.strictObject({
  name: z.string(),
  unit: z.string(),
  price: z.string().meta({ description: 'Net price of `priceQuantity` units at the smallest quantity, a decimal' }),
  priceQuantity: z.string(),
});

export const catalogueChange = z
  .strictObject({
    articleNumber: z.string(),
    was: shownItem.optional().meta({ description: 'Absent: added' }),
    is: shownItem.optional().meta({ description: 'Absent: removed' }),
  })
  .meta({ id: 'CatalogueChange', description: 'An item that differs from the catalogue before' });

export function showChange({ articleNumber, was, is }: ItemDifference) {
  return { articleNumber, ...(was && { was: showItem(was) }), ...(is && { is: showItem(is) }) };
}

function showItem({ name, unit, prices: [{ amount, baseQuantity }] }: CatalogueItem) {
  return { name, unit, price: amount, priceQuantity: baseQuantity };
}

export const leftOutItem = z
  .strictObject({
    articleNumber: z.string(),
    rule: z.string().meta({ description: 'What it breaks: noPrice, unknownUnit, ...' }),
    field: z.string(),
    found: z.string(),
    expected: z.string(),
  })
  .meta({ id: 'CatalogueLeftOut', description: 'An item that the format cannot hold' });
