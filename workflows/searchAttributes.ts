import { defineSearchAttributeKey } from '@temporalio/common';

/** By these an administrator finds a workflow. Values are readable to all who see the Temporal pages: codes and numbers only. */
export const rtPartner = defineSearchAttributeKey('RtPartner', 'KEYWORD');
export const rtCustomer = defineSearchAttributeKey('RtCustomer', 'KEYWORD');
export const rtOrder = defineSearchAttributeKey('RtOrder', 'KEYWORD');
export const rtExternal = defineSearchAttributeKey('RtExternal', 'KEYWORD');
export const rtState = defineSearchAttributeKey('RtState', 'KEYWORD');
