/** A history as it is committed: what `historyToJSON` makes. */
export interface History {
  readonly events: readonly {
    readonly eventType: string;
    readonly activityTaskScheduledEventAttributes?: { readonly activityType: { readonly name: string } };
    readonly markerRecordedEventAttributes?: { readonly details: Record<string, { payloads: { data: string }[] }> };
  }[];
}

/**
 * What happened, in order, without what the moment decides: workflow tasks, and which of two things that do not wait for each other
 * came first is the same in every recording.
 */
export function shapeOf({ events }: History): string[] {
  return events.filter(({ eventType }) => !eventType.startsWith('EVENT_TYPE_WORKFLOW_TASK')).map(nameOf);
}

function nameOf(event: History['events'][number]): string {
  const activity = event.activityTaskScheduledEventAttributes?.activityType.name;
  const marker = event.markerRecordedEventAttributes?.details['data']?.payloads[0]?.data;
  const local = marker && (JSON.parse(Buffer.from(marker, 'base64').toString()) as { activity_type?: string }).activity_type;
  return [event.eventType.replace('EVENT_TYPE_', ''), activity ?? local].filter(Boolean).join(' ');
}
