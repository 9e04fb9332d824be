import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { violatedConstraint } from '../database/errors.ts';
import { RoundtripError } from '../platform/errors.ts';
import { SavedView } from './savedView.entity.ts';

export interface NewView {
  readonly area: string;
  /** 1 to 60 characters. */
  readonly name: string;
  /** The filters as they stand in the address, without `?`. */
  readonly query: string;
  /** Absent: everybody's. */
  readonly accountId: string | undefined;
  readonly createdBy: string;
}

/** The views of a list that an account sees: its own and everybody's, by name. */
export async function savedViews(em: EntityManager, area: string, accountId: string): Promise<SavedView[]> {
  const where = { area, account: { $or: [{ $eq: accountId }, { $eq: null }] } };
  return em.find(SavedView, where, { orderBy: { name: 'asc', id: 'asc' }, limit: 200, disableIdentityMap: true });
}

/** @throws Conflict where a view has the name already @returns its id */
export async function saveView(em: EntityManager, view: NewView): Promise<string> {
  const { area, name, query, accountId, createdBy } = view;
  const id = v7();
  try {
    await em.insert(SavedView, {
      ...{ id, area, name, query, createdBy },
      account: accountId ?? null,
      createdAt: new Date(),
    });
  } catch (error) {
    if (violatedConstraint(error) === undefined) throw error;
    throw new RoundtripError('Conflict', `There is a view ${name} already.`, { cause: error });
  }
  return id;
}

/**
 * Removes a view: one's own, or one of everybody's that one has made.
 * @param may remove everybody's views, whoever made them
 * @returns the view that was removed; undefined where there is none that the account may remove
 */
export async function removeView(
  em: EntityManager,
  id: string,
  by: { readonly accountId: string; readonly name: string; readonly all: boolean },
): Promise<SavedView | undefined> {
  const view = await em.findOne(SavedView, { id }, { disableIdentityMap: true });
  const isTheirs = view?.account == null ? by.all || view?.createdBy === by.name : view.account === by.accountId;
  if (!view || !isTheirs) return undefined;
  await em.nativeDelete(SavedView, { id });
  return view;
}
