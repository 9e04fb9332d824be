/** A history as it is committed: what `historyToJSON` makes. */
export interface History {
  readonly events: readonly {
    readonly eventType: string;
    readonly activityTaskScheduledEventAttributes?: { readonly activityType: { readonly name: string } };
    readonly markerRecordedEventAttributes?: { readonly details: Record<string, { payloads: { data: string }[] }> };
  }[];
}

/** A delivery that is left alone may end before the workflow that started it, which is written down, or after it. */
const CHILD_ENDED = 'EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED';

/**
 * What happened, in order, without what the moment decides: workflow tasks, and which of two things that do not wait for each other
 * came first is the same in every recording.
 */
export function shapeOf({ events }: History): string[] {
  const byTime = ({ eventType }: History['events'][number]): boolean =>
    eventType.startsWith('EVENT_TYPE_WORKFLOW_TASK') || eventType === CHILD_ENDED;
  return events.filter((event) => !byTime(event)).map(nameOf);
}

function nameOf(event: History['events'][number]): string {
  const activity = event.activityTaskScheduledEventAttributes?.activityType.name;
  const marker = event.markerRecordedEventAttributes?.details['data']?.payloads[0]?.data;
  const local = marker && (JSON.parse(Buffer.from(marker, 'base64').toString()) as { activity_type?: string }).activity_type;
  return [event.eventType.replace('EVENT_TYPE_', ''), activity ?? local].filter(Boolean).join(' ');
}
